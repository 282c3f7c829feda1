package org.tutortimes.server.address;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tutortimes.server.access.NetworkAddress;

/// The secret without which a stored address says nothing.
public final class AddressKey {

    private static final Logger LOG = LoggerFactory.getLogger(AddressKey.class);
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int KEY_BYTES = 32;
    private static final String HMAC = "HmacSHA256";
    private static final Base64.Encoder TEXT = Base64.getUrlEncoder().withoutPadding();

    private final SecretKey comparing;
    private final SecretKey sealing;
    private final String id;
    private final SecureRandom random = new SecureRandom();

    /// Where it was made just now, or null.
    private final @Nullable AddressKeyFile made;

    private AddressKey(byte[] secret, @Nullable AddressKeyFile made) {
        this.made = made;
        this.comparing = derived(secret, HMAC, "compare addresses");
        this.sealing = derived(secret, "AES", "seal addresses");
        this.id = TEXT.encodeToString(derived(secret, HMAC, "name of this key").getEncoded());
    }

    /// The key of the settings, or else that of the data folder, which is made where there is none.
    ///
    /// @param configured a secret text, or null
    /// @throws org.tutortimes.server.StartFailure where the folder's key cannot be read or made
    public static AddressKey of(@Nullable String configured, Path folder) {
        if (configured != null) {
            return new AddressKey(configured.getBytes(StandardCharsets.UTF_8), null);
        }
        AddressKeyFile file = new AddressKeyFile(folder);
        boolean isNew = file.isMissing();
        return new AddressKey(file.bytes(), isNew ? file : null);
    }

    /// The database takes it: a new one is there to stay.
    void accepted() {
        if (made != null) {
            LOG.info(
                    "Made a key for the addresses of those who are observed: {}. Keep it with the"
                            + " backups of the database; without it stored addresses say nothing.",
                    made.file());
        }
    }

    /// The database has another: nobody is to take a new one for that.
    void refused() {
        if (made != null) {
            made.remove();
        }
    }

    /// What tells this key from another and gives nothing away.
    public String id() {
        return id;
    }

    /// What of an address can be kept and compared: equal for the same place, and nothing else.
    public String comparable(String address) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(comparing);
            return TEXT.encodeToString(mac.doFinal(place(address)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] place(String address) {
        return NetworkAddress.parse(address)
                .map(NetworkAddress::place)
                .orElseGet(() -> address.getBytes(StandardCharsets.UTF_8));
    }

    /// The address so that only this key opens it.
    public String sealed(String address) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] sealed = run(Cipher.ENCRYPT_MODE, nonce, address.getBytes(StandardCharsets.UTF_8));
        byte[] whole = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
        System.arraycopy(sealed, 0, whole, NONCE_BYTES, sealed.length);
        return TEXT.encodeToString(whole);
    }

    /// The address again; empty where another key sealed it, or where it was damaged.
    public Optional<String> opened(String text) {
        try {
            byte[] whole = Base64.getUrlDecoder().decode(text);
            byte[] nonce = Arrays.copyOf(whole, NONCE_BYTES);
            byte[] sealed = Arrays.copyOfRange(whole, NONCE_BYTES, whole.length);
            byte[] address = run(Cipher.DECRYPT_MODE, nonce, sealed);
            return Optional.of(new String(address, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException | IllegalStateException e) {
            return Optional.empty();
        }
    }

    private byte[] run(int mode, byte[] nonce, byte[] bytes) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, sealing, new GCMParameterSpec(TAG_BITS, nonce));
            return cipher.doFinal(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Each use has a key of its own, so that none tells anything of another.
    private static SecretKey derived(byte[] secret, String algorithm, String use) {
        try {
            return KDF.getInstance("HKDF-SHA256")
                    .deriveKey(
                            algorithm,
                            HKDFParameterSpec.ofExtract()
                                    .addIKM(secret)
                                    .thenExpand(use.getBytes(StandardCharsets.UTF_8), KEY_BYTES));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
