package org.apodix.audit;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;

/** Reading and writing JSON: strict on what is read, one form of what is written. */
public final class Json {

    private static final ObjectMapper MAPPER = new ObjectMapper(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(50).maxNumberLength(10_000).build()).build())
        .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);

    private Json() { }

    /**
     * The JSON value of a text.
     *
     * @param source what the text is, for the message
     * @throws BadInput if it is not one JSON value
     */
    public static JsonNode read(String text, String source) {
        if (text.isBlank()) {
            throw new BadInput(source + " is empty; write an instance {\"claim\": ..., \"instance\": {...}} or an array of them");
        }
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            var where = e.getLocation() == null ? "" : " at line " + e.getLocation().getLineNr() + ", column "
                + e.getLocation().getColumnNr();
            throw new BadInput(source + " is not valid JSON" + where + ": " + Fields.shorten(e.getOriginalMessage()));
        }
    }

    /** One line. */
    public static String line(JsonNode json) {
        return json.toString();
    }

    /** Indented, for people. */
    public static String pretty(JsonNode json) {
        try {
            return MAPPER.writer().with(SerializationFeature.INDENT_OUTPUT).writeValueAsString(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
