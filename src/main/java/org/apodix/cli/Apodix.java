package org.apodix.cli;

/** Entry point of the command line. */
public final class Apodix {

    private Apodix() { }

    public static void main(String[] args) {
        System.exit(2);
    }
}
