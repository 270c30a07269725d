package io.smartcrm.local.testing;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.smartcrm.local.OncePerJvm;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.function.Supplier;

/**
 * An RSA key that signs tokens.
 *
 * @param id the key's name in the header of tokens and in the key set
 */
record SigningKey(String id, RSAPrivateCrtKey key) {
    private static final int BITS = 2048;

    /** The key whose public half the test's token issuer publishes. */
    static SigningKey published() {
        byte[] encoded = Base64.getDecoder().decode(OncePerJvm.text("token-key", FreshKey.class));
        try {
            KeyFactory keys = KeyFactory.getInstance("RSA");
            return new SigningKey(
                    "smartcrm-test", (RSAPrivateCrtKey) keys.generatePrivate(new PKCS8EncodedKeySpec(encoded)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the token key cannot be read", e);
        }
    }

    /** A new key that nobody published, under the name of the published one. */
    static SigningKey ofStranger() {
        return new SigningKey("smartcrm-test", FreshKey.generate());
    }

    byte[] sign(String text) {
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key);
            signature.update(text.getBytes(US_ASCII));
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot sign with RS256", e);
        }
    }

    /** The public half as a JSON Web Key. */
    Map<String, String> publicKey() {
        return Map.of(
                "kty",
                "RSA",
                "use",
                "sig",
                "alg",
                "RS256",
                "kid",
                id,
                "n",
                base64(key.getModulus()),
                "e",
                base64(key.getPublicExponent()));
    }

    private static String base64(BigInteger number) {
        byte[] bytes = number.toByteArray();
        byte[] unsigned = bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(unsigned);
    }

    /** A key made when the first test asks, PKCS 8 in base 64. */
    public static final class FreshKey implements Supplier<String> {
        @Override
        public String get() {
            return Base64.getEncoder().encodeToString(generate().getEncoded());
        }

        private static RSAPrivateCrtKey generate() {
            try {
                KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
                generator.initialize(BITS);
                return (RSAPrivateCrtKey) generator.generateKeyPair().getPrivate();
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("this Java has no RSA", e);
            }
        }
    }
}
