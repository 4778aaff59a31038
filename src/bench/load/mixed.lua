-- Mixed traffic for wrk: of 2,000 requests 1,300 inquiries, 200 days of spend, 100 deals, 390 lists, 9 metrics, 1 recommendations,
-- at random over the workspaces whose keys are in the file that KEYS names. RATE bounds the requests a second; without it there is no bound.
local ffi = require("ffi")
ffi.cdef [[ typedef struct { long seconds; long nanos; } leadline_time; int clock_gettime(int clock, leadline_time *time); ]]

local time = ffi.new("leadline_time")
local function millis()
    ffi.C.clock_gettime(1, time)
    return tonumber(time.seconds) * 1000 + tonumber(time.nanos) / 1e6
end

local threads = {}
function setup(thread)
    thread:set("number", #threads)
    table.insert(threads, thread)
end

function init(args)
    keys = {}
    for key in io.lines(os.getenv("KEYS")) do table.insert(keys, key) end
    interval = os.getenv("RATE") and 1000 * tonumber(os.getenv("THREADS") or 1) / tonumber(os.getenv("RATE"))
    run = string.format("%d-%d", os.time(), number)
    posted, sent, refused, due = {}, 0, 0, millis()
    math.randomseed(os.time() + number)
end

-- Each request has its place in a schedule, and one that is late does not make the next ones late.
function delay()
    if not interval then return 0 end
    due = due + interval
    return math.max(0, math.floor(due - millis()))
end

local function date(days)
    return os.date("!%Y-%m-%d", os.time() - 86400 * days)
end

local function post(path, key, body)
    return wrk.format("POST", path, { ["Authorization"] = "Bearer " .. key, ["Content-Type"] = "application/json" }, body)
end

local function get(path, key)
    return wrk.format("GET", path, { ["Authorization"] = "Bearer " .. key })
end

local function inquiry(workspace, key)
    -- What is still on its way is not sold yet: a deal is of an inquiry of a while ago, and not of the first, which wrk makes but does not send.
    posted[workspace] = (posted[workspace] or 0) + 1
    return post("/api/v1/inquiries", key, string.format(
        '{"source":"web","externalId":"%s-%d","campaignExternalId":"c%d","receivedAt":"%sT00:00:00Z","region":"region %d",' ..
        '"industry":"industry %d","contact":{"email":"buyer%d@example.com"}}',
        run, posted[workspace], math.random(20), date(math.random(60, 89)), math.random(10), math.random(5), sent))
end

local function deal(workspace, key)
    local of = (posted[workspace] or 0) - 200
    if of < 2 then return inquiry(workspace, key) end
    return post("/api/v1/deals", key, string.format(
        '{"externalId":"%s-%d-%d","inquirySource":"web","inquiryExternalId":"%s-%d","closedAt":"%sT12:00:00Z","revenue":%d,"margin":%d}',
        run, of, sent, run, math.random(2, of), date(math.random(2, 58)), math.random(1000, 9000), math.random(100, 900)))
end

local lists = { "/api/v1/inquiries?limit=20", "/api/v1/deals?limit=20", "/api/v1/campaigns?limit=20", "/api/v1/workspace" }

function request()
    sent = sent + 1
    local workspace = math.random(#keys)
    local key = keys[workspace]
    local draw = math.random(2000)
    if draw <= 1300 then return inquiry(workspace, key) end
    if draw <= 1500 then
        return post("/api/v1/spend", key, string.format('{"campaignExternalId":"c%d","day":"%s","amount":%d}',
            math.random(20), date(math.random(60, 89)), math.random(50, 150)))
    end
    if draw <= 1600 then return deal(workspace, key) end
    if draw <= 1990 then return get(lists[math.random(#lists)], key) end
    if draw <= 1999 then return get("/api/v1/metrics?groupBy=region", key) end
    return get("/api/v1/recommendations?groupBy=region", key)
end

function response(status, headers, body)
    if status >= 300 then
        refused = refused + 1
        if refused <= 5 then io.stderr:write(status .. " " .. body .. "\n") end
    end
end

function done(summary, latency, requests)
    local all = 0
    for _, thread in ipairs(threads) do all = all + thread:get("refused") end
    local errors = summary.errors
    io.write(string.format("%d requests in %.0f s, %.0f a second; not 2xx: %d; broken: %d; ms median %.1f, p99 %.1f, p99.9 %.1f, most %.0f\n",
        summary.requests, summary.duration / 1e6, summary.requests / summary.duration * 1e6, all,
        errors.connect + errors.read + errors.write + errors.timeout,
        latency:percentile(50) / 1000, latency:percentile(99) / 1000, latency:percentile(99.9) / 1000, latency.max / 1000))
end
