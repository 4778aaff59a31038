package dev.leadline.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.zip.CRC32;

/**
 * A key as its owner holds it, {@code ldl_<random>_<checksum>}. The random part has 32 characters of 62, about 190
 * bits; the checksum lets secret scanners tell a key from a look-alike and is not looked at here.
 */
final class ApiKeySecret {

    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final int RANDOM_LENGTH = 32;
    private static final int CHECKSUM_LENGTH = 6;
    private static final SecureRandom RANDOM = new SecureRandom();

    private ApiKeySecret() {}

    static String random() {
        StringBuilder text = new StringBuilder("ldl_");
        for (int i = 0; i < RANDOM_LENGTH; i++) {
            text.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return text + "_" + checksum(text.toString());
    }

    /** CRC-32 of the text before, in base 62, padded with zeros. */
    static String checksum(String text) {
        CRC32 crc = new CRC32();
        crc.update(text.getBytes(StandardCharsets.UTF_8));
        long value = crc.getValue();
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < CHECKSUM_LENGTH; i++) {
            digits.insert(0, ALPHABET.charAt((int) (value % ALPHABET.length())));
            value /= ALPHABET.length();
        }
        return digits.toString();
    }

    /**
     * What is stored of a key, and what it is looked up by. A plain hash will do: there is nothing to guess in 190 random
     * bits. How long the look-up takes tells nothing of use either: it compares hashes of what the caller sent, who cannot
     * choose a hash that comes close to a stored one, let alone go from there to its key. So there is no comparison here that
     * would have to take constant time.
     */
    static byte[] hash(String key) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
