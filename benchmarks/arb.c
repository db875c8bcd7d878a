/* ns per operation of Arb's balls, in thread time: cc -O2 arb.c -lflint-arb -lflint; arguments: numbers of digits. */
#include <arb.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#define N 256

static arb_t x[N], y[N], z;

static double now(void) {
    struct timespec t;
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t);
    return t.tv_sec * 1e9 + t.tv_nsec;
}

#define BENCH(name, call) { \
    double best = 1e99; \
    for (int round = 0; round < 9; round++) { \
        long count = 0; \
        double start = now(), end; \
        do { \
            for (int i = 0; i < N; i++) { call; } \
            count += N; \
            end = now(); \
        } while (end - start < 2e7); \
        if ((end - start) / count < best) best = (end - start) / count; \
    } \
    printf("%d %s %.1f\n", digits, name, best); \
}

int main(int argc, char **argv) {
    flint_rand_t random;
    flint_randinit(random);
    arb_init(z);
    for (int i = 0; i < N; i++) { arb_init(x[i]); arb_init(y[i]); }
    for (int k = 1; k < argc; k++) {
        int digits = atoi(argv[k]);
        slong p = (slong) (digits * 3.3219281 + 1);
        for (int i = 0; i < N; i++) { /* x in (0.25, 3), y in (1, 2), with a radius of about one unit in the last place */
            arb_urandom(x[i], random, p);
            arb_mul_ui(x[i], x[i], 11, p);
            arb_add_ui(x[i], x[i], 1, p);
            arb_mul_2exp_si(x[i], x[i], -2);
            arb_add_error_2exp_si(x[i], -p);
            arb_urandom(y[i], random, p);
            arb_add_ui(y[i], y[i], 1, p);
            arb_add_error_2exp_si(y[i], -p);
        }
        BENCH("add", arb_add(z, x[i], y[i], p))
        BENCH("subtract", arb_sub(z, x[i], y[i], p))
        BENCH("multiply", arb_mul(z, x[i], y[i], p))
        BENCH("divide", arb_div(z, x[i], y[i], p))
        BENCH("square", arb_sqr(z, x[i], p))
        BENCH("sqrt", arb_sqrt(z, x[i], p))
        BENCH("exp", arb_exp(z, x[i], p))
        BENCH("log", arb_log(z, x[i], p))
    }
    return 0;
}
