package org.apodix.audit;

/** Hears how an audit goes on; called from one thread, in ledger order. */
public interface AuditListener {

    /** The claim's instance k is in the ledger. */
    void examined(Claim<?> claim, int k, int instances);

    /** All instances of a claim are in the ledger. */
    void finished(Tally tally);

    /** By the engine {@code both}: so many instances and teeth were computed again on the second carrier, without a contradiction. */
    default void rechecked(int instances, int teeth) { }

    /** So many certificates were written; so many decided statements of the instances chosen for them have none. */
    default void certified(int written, int left) { }
}
