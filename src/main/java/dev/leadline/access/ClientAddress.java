package dev.leadline.access;

import io.netty.util.NetUtil;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.RoutingContext;
import java.util.Arrays;
import java.util.HexFormat;

/** Where a request comes from, as Quarkus tells it: forwarding headers count only where its proxy settings say so. */
final class ClientAddress {

    private static final int IPV6_BYTES = 16;
    private static final int NETWORK_BYTES = 8;

    private ClientAddress() {}

    static String of(RoutingContext request) {
        SocketAddress address = request.request().remoteAddress();
        return address == null ? "" : network(String.valueOf(address.hostAddress()));
    }

    /** The address itself, but of IPv6 the network, for whoever has one address there has 2^64 of them. */
    static String network(String address) {
        byte[] bytes = NetUtil.createByteArrayFromIpAddressString(address);
        return bytes == null || bytes.length != IPV6_BYTES
                ? address
                : HexFormat.of().formatHex(Arrays.copyOf(bytes, NETWORK_BYTES));
    }
}
