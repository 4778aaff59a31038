package dev.leadline.platform.paging;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/**
 * Which list it is. A cursor carries the mark of its list, and no other list takes it: a place among the deals means
 * nothing among the inquiries, nor among the deals of another workspace.
 *
 * @param kind the kind of record, a constant such as {@code "deals"}
 * @param workspaceId whose records these are
 */
public record ListId(String kind, String workspaceId) {

    private static final int MARK_BYTES = 9;

    /**
     * A short digest. It guards against mistakes, not against forgery, which would gain nothing: whose records are read is
     * told by the key alone.
     */
    String mark() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest((kind + '\n' + workspaceId).getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, MARK_BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
