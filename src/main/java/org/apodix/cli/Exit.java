package org.apodix.cli;

/** The exit codes of docs/contract.md. */
final class Exit {

    static final int OK = 0;
    /** Something was refuted, undecided throughout, or a tooth did not bite. */
    static final int NOT_GREEN = 1;
    static final int BAD_INPUT = 2;
    static final int INTERNAL = 3;

    private Exit() { }
}
