/** What every room stands on and what knows none of them: problems, JSON, paging, database, HTTP, time. */
package dev.leadline.platform;
