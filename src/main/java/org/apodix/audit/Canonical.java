package org.apodix.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.TreeSet;

/**
 * The canonical form of a certificate: JSON without white space, the fields of every object sorted by name, in UTF-8, without the fields {@code run}
 * and {@code sha256} of the whole.
 */
final class Canonical {

    private Canonical() { }

    static String sha256(ObjectNode certificate) {
        var hashed = certificate.deepCopy();
        hashed.remove("run");
        hashed.remove("sha256");
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(sorted(hashed).toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform provides SHA-256", e);
        }
    }

    private static JsonNode sorted(JsonNode json) {
        if (json.isArray()) {
            var array = JsonNodeFactory.instance.arrayNode();
            json.forEach(element -> array.add(sorted(element)));
            return array;
        }
        if (!json.isObject()) {
            return json;
        }
        var names = new TreeSet<String>();
        json.fieldNames().forEachRemaining(names::add);
        var object = JsonNodeFactory.instance.objectNode();
        names.forEach(name -> object.set(name, sorted(json.get(name))));
        return object;
    }
}
