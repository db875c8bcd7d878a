package org.apodix.theorems.ratiosignrelu;

/** An instance that the dichotomy of exact ReLU speaks of: the exact gate, or any network. */
sealed interface ReluModel permits ReluInstance, AnyNetwork { }
