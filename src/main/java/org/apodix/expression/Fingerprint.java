package org.apodix.expression;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.HexFormat;
import java.util.List;

/**
 * A hash of the canonical tree of an expression: equal trees have equal fingerprints, however much of them is shared.
 *
 * <p>The hash of a node is SHA-256 of its label and the hashes of its operands, in order.
 */
public final class Fingerprint {

    private Fingerprint() { }

    public static String of(Expr expression) {
        return HexFormat.of().formatHex(hash(expression));
    }

    /** The fingerprint of a body whose variables are bound: their names and order belong to it. */
    static String of(Expr body, List<Variable> variables) {
        return of(variables.stream().map(Variable::label).toList() + of(body));
    }

    public static String of(String text) {
        return HexFormat.of().formatHex(digest().digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static byte[] hash(Expr root) {
        var digest = digest();
        // an explicit stack: a recursion over thousands of steps is a deep expression
        var stack = new ArrayDeque<Node>();
        stack.push(root);
        while (!stack.isEmpty()) {
            var node = stack.peek();
            if (node.fingerprint() != null) {
                stack.pop();
                continue;
            }
            boolean ready = true;
            for (var child : node.operands()) {
                if (child.fingerprint() == null) {
                    stack.push(child);
                    ready = false;
                }
            }
            if (ready) {
                digest.update(node.label().getBytes(StandardCharsets.UTF_8));
                for (var child : node.operands()) {
                    digest.update((byte) 0);
                    digest.update(child.fingerprint());
                }
                node.fingerprint(digest.digest());
                stack.pop();
            }
        }
        return root.fingerprint();
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform provides SHA-256", e);
        }
    }
}
