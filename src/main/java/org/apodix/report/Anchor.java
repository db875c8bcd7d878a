package org.apodix.report;

/** Permanent addresses of pages and sections. */
public final class Anchor {

    private Anchor() { }

    /** The file of a theorem's page. */
    static String page(String theorem) {
        return "theorem-" + safe(theorem) + ".html";
    }

    /** The file of a claim's page: its name, as everywhere. */
    static String page(String theorem, String claim) {
        return safe(theorem) + "/" + safe(claim) + ".html";
    }

    /** The anchor of a claim on its theorem's page: its id, where an address can hold it. */
    public static String safe(String id) {
        return id.replaceAll("[^A-Za-z0-9_.-]", "-");
    }
}
