package org.apodix.report.figure;

import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apodix.report.Prose;

/** Words with TeX between dollar signs, as plain text: for places where nothing is typeset, such as the inside of a drawing. */
public final class PlainTex {

    private static final Map<String, String> LETTERS = Map.ofEntries(Map.entry("alpha", "\u03b1"), Map.entry("beta", "\u03b2"), Map.entry("gamma", "\u03b3"),
        Map.entry("delta", "\u03b4"), Map.entry("varepsilon", "\u03b5"), Map.entry("epsilon", "\u03b5"), Map.entry("eta", "\u03b7"), Map.entry("theta", "\u03b8"),
        Map.entry("kappa", "\u03ba"), Map.entry("lambda", "\u03bb"), Map.entry("mu", "\u03bc"), Map.entry("nu", "\u03bd"), Map.entry("xi", "\u03be"),
        Map.entry("pi", "\u03c0"), Map.entry("rho", "\u03c1"), Map.entry("sigma", "\u03c3"), Map.entry("tau", "\u03c4"), Map.entry("phi", "\u03c6"),
        Map.entry("varphi", "\u03c6"), Map.entry("chi", "\u03c7"), Map.entry("psi", "\u03c8"), Map.entry("omega", "\u03c9"), Map.entry("Gamma", "\u0393"),
        Map.entry("Delta", "\u0394"), Map.entry("Lambda", "\u039b"), Map.entry("Sigma", "\u03a3"), Map.entry("Phi", "\u03a6"), Map.entry("Psi", "\u03a8"),
        Map.entry("Omega", "\u03a9"), Map.entry("le", "\u2264"), Map.entry("leq", "\u2264"), Map.entry("ge", "\u2265"), Map.entry("geq", "\u2265"),
        Map.entry("to", "\u2192"), Map.entry("times", "\u00d7"), Map.entry("cdot", "\u00b7"), Map.entry("infty", "\u221e"), Map.entry("sqrt", "\u221a"),
        Map.entry("partial", "\u2202"), Map.entry("nabla", "\u2207"), Map.entry("sum", "\u03a3"), Map.entry("int", "\u222b"), Map.entry("ne", "\u2260"),
        Map.entry("in", "\u2208"), Map.entry("ell", "\u2113"), Map.entry("star", "*"), Map.entry("ast", "*"), Map.entry("approx", "\u2248"), Map.entry("log", "log "),
        Map.entry("exp", "exp "), Map.entry("quad", " "), Map.entry("lvert", "|"), Map.entry("rvert", "|"), Map.entry("lVert", "\u2016"), Map.entry("rVert", "\u2016"));
    private static final Pattern FRACTION = Pattern.compile("\\\\[td]?frac\\{([^{}]*)}\\{([^{}]*)}");
    private static final Pattern COMMAND = Pattern.compile("\\\\([A-Za-z]+)\\s*");

    private PlainTex() { }

    /** The text, its formulas in letters. */
    public static String of(String text) {
        return Prose.of(text).pieces().stream().map(piece -> piece.isTex() ? formula(piece.text()) : piece.text()).collect(Collectors.joining());
    }

    private static String formula(String tex) {
        var plain = FRACTION.matcher(tex).replaceAll("$1/$2");
        plain = COMMAND.matcher(plain).replaceAll(m -> LETTERS.getOrDefault(m.group(1), ""));
        return plain.replaceAll("\\\\[,;:!]", "\u200a").replaceAll("_\\{?([A-Za-z0-9]+)}?", "_$1").replaceAll("\\^\\{?2}?", "\u00b2").replaceAll("[{}\\\\]", "").replaceAll(" {2,}", " ").strip();
    }
}
