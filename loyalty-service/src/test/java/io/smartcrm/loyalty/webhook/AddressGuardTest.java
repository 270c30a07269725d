package io.smartcrm.loyalty.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressGuardTest {
    private static final AddressGuard GUARD = new AddressGuard(false);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "10.1.2.3",
                "172.16.0.1",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "0.0.0.0",
                "198.18.0.1",
                "224.0.0.1",
                "255.255.255.255",
                "::1",
                "fe80::1",
                "fd00::1",
                "::ffff:10.0.0.1",
                "64:ff9b::a00:1",
                "2002:7f00:1::1"
            })
    void addressesInsideAreRefused(String address) throws UnknownHostException {
        // Given
        InetAddress resolved = InetAddress.getByName(address);

        // When
        var objection = GUARD.objection(URI.create("https://example.com/hook"), host -> new InetAddress[] {resolved});

        // Then
        assertThat(objection).isPresent();
    }

    @Test
    void aHostOfWhichOneAddressIsInsideIsRefused() throws UnknownHostException {
        // Given
        InetAddress[] both = {InetAddress.getByName("93.184.216.34"), InetAddress.getByName("10.0.0.1")};

        // When
        var objection = GUARD.objection(URI.create("https://example.com/hook"), host -> both);

        // Then
        assertThat(objection).contains("leads to an address inside our network");
    }

    @Test
    void addressesOutsideAreAllowed() throws UnknownHostException {
        // Given
        InetAddress[] outside = {InetAddress.getByName("93.184.216.34"), InetAddress.getByName("2606:2800:220:1::1")};

        // When
        var objection = GUARD.objection(URI.create("https://example.com/hook"), host -> outside);

        // Then
        assertThat(objection).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://example.com", "ftp://example.com", "https:///path", "https://ann:secret@example.com"})
    void urlsThatAreUnsafeAsWrittenAreRefused(String url) {
        // When // Then
        assertThat(GUARD.objection(URI.create(url))).isPresent();
    }

    /** Computed by OpenSSL: {@code printf '1700000000.{}' | openssl dgst -sha256 -hmac secret}. */
    @Test
    void aSignatureIsWhatOthersCompute() {
        // When
        String signature = Signature.of("secret", Instant.ofEpochSecond(1_700_000_000), "{}");

        // Then
        assertThat(signature)
                .isEqualTo("t=1700000000,v1=b8569b78799ff9e3cbff0fc2d63a33a2b57f3282abd07c37ae5e8e7d79a5f163");
    }
}
