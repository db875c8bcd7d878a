/*
 * Nanoseconds of Arb in thread time: cc -O2 arb.c -lflint-arb -lflint
 * functions DIGITS..: one operation on balls; integrals DIGITS..: KL1 and KL2 by acb_calc_integrate, tails included.
 */
#include <acb_calc.h>
#include <arb_hypgeom.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define N 256

static double now(void) {
    struct timespec t;
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t);
    return t.tv_sec * 1e9 + t.tv_nsec;
}

/* the least of nine rounds of 10 ms or more */
#define BENCH(name, per, call) { \
    double best = 1e99; \
    for (int round = 0; round < 9; round++) { \
        long count = 0; \
        double start = now(), end; \
        do { \
            for (int i = 0; i < per; i++) { call; } \
            count += per; \
            end = now(); \
        } while (end - start < 1e7); \
        if ((end - start) / count < best) best = (end - start) / count; \
    } \
    printf("%d %s %.1f\n", digits, name, best); \
}

static void functions(int digits, flint_rand_t random) {
    static arb_t x[N], y[N], z, root;
    slong p = (slong) (digits * 3.3219281 + 1);
    arb_init(z);
    arb_init(root);
    arb_set_ui(z, 2);
    arb_rsqrt(root, z, p);
    for (int i = 0; i < N; i++) { /* x in (0.25, 3), y in (1, 2), with a radius of about one unit in the last place */
        arb_init(x[i]);
        arb_init(y[i]);
        arb_urandom(x[i], random, p);
        arb_mul_ui(x[i], x[i], 11, p);
        arb_add_ui(x[i], x[i], 1, p);
        arb_mul_2exp_si(x[i], x[i], -2);
        arb_add_error_2exp_si(x[i], -p);
        arb_urandom(y[i], random, p);
        arb_add_ui(y[i], y[i], 1, p);
        arb_add_error_2exp_si(y[i], -p);
    }
    BENCH("add", N, arb_add(z, x[i], y[i], p))
    BENCH("subtract", N, arb_sub(z, x[i], y[i], p))
    BENCH("multiply", N, arb_mul(z, x[i], y[i], p))
    BENCH("divide", N, arb_div(z, x[i], y[i], p))
    BENCH("square", N, arb_sqr(z, x[i], p))
    BENCH("power", N, arb_pow_ui(z, x[i], 10, p))
    BENCH("sqrt", N, arb_sqrt(z, x[i], p))
    BENCH("cbrt", N, arb_root_ui(z, x[i], 3, p))
    BENCH("exp", N, arb_exp(z, x[i], p))
    BENCH("expm1", N, arb_expm1(z, x[i], p))
    BENCH("log", N, arb_log(z, x[i], p))
    BENCH("log1p", N, arb_log1p(z, x[i], p))
    BENCH("sin", N, arb_sin(z, x[i], p))
    BENCH("cos", N, arb_cos(z, x[i], p))
    BENCH("tanh", N, arb_tanh(z, x[i], p))
    BENCH("atan", N, arb_atan(z, x[i], p))
    BENCH("pi", N, arb_const_pi(z, p))
    BENCH("erf", N, arb_hypgeom_erf(z, x[i], p))
    BENCH("erfc", N, arb_hypgeom_erfc(z, x[i], p))
    BENCH("normalCdf", N, arb_mul(z, x[i], root, p); arb_neg(z, z); arb_hypgeom_erfc(z, z, p); arb_mul_2exp_si(z, z, -1))
}

/* y = exp(-(x - mean)^2 / 2) / sqrt(2 pi) */
static void density(acb_t y, const acb_t x, slong mean, slong p) {
    arb_t c;
    arb_init(c);
    acb_sub_si(y, x, mean, p);
    acb_sqr(y, y, p);
    acb_mul_2exp_si(y, y, -1);
    acb_neg(y, y);
    acb_exp(y, y, p);
    arb_const_pi(c, p);
    arb_mul_2exp_si(c, c, 1);
    arb_rsqrt(c, c, p);
    acb_mul_arb(y, y, c, p);
    arb_clear(c);
}

/* -phi(x) log(9/10 + exp(x - 1/2) / 10) */
static int kl1(acb_ptr y, const acb_t x, void *unused, slong order, slong p) {
    acb_t t;
    acb_init(t);
    acb_set_d(t, 0.5);
    acb_sub(t, x, t, p);
    acb_exp(t, t, p);
    acb_add_ui(t, t, 9, p);
    acb_div_ui(t, t, 10, p);
    acb_log_analytic(t, t, order != 0, p);
    density(y, x, 0, p);
    acb_mul(y, y, t, p);
    acb_neg(y, y);
    acb_clear(t);
    return 0;
}

/* (phi(x + 1) + phi(x - 1)) / 2 (log((e^x + e^-x) / sqrt(2)) - x^2/4 - 1/2) */
static int kl2(acb_ptr y, const acb_t x, void *unused, slong order, slong p) {
    acb_t t, u;
    acb_init(t);
    acb_init(u);
    acb_cosh(t, x, p);
    acb_set_ui(u, 2);
    acb_sqrt(u, u, p);
    acb_mul(t, t, u, p);
    acb_log_analytic(t, t, order != 0, p);
    acb_sqr(u, x, p);
    acb_mul_2exp_si(u, u, -2);
    acb_sub(t, t, u, p);
    acb_set_d(u, 0.5);
    acb_sub(t, t, u, p);
    density(y, x, -1, p);
    density(u, x, 1, p);
    acb_add(y, y, u, p);
    acb_mul_2exp_si(y, y, -1);
    acb_mul(y, y, t, p);
    acb_clear(t);
    acb_clear(u);
    return 0;
}

/* z = the integral over [-end, end], plus or minus 2 ((a + b) / wide + b wide) phi(wide) */
static void integral(arb_t z, acb_calc_func_t f, int end, int wide, int a, int b, int digits) {
    acb_t from, to, value, tail;
    mag_t zero;
    slong p = (slong) (digits * 3.3219281 + 20);
    acb_init(from);
    acb_init(to);
    acb_init(value);
    acb_init(tail);
    mag_init(zero);
    acb_set_si(from, -end);
    acb_set_si(to, end);
    mag_set_ui_2exp_si(zero, 1, -p - 8); /* absolute: the values are about 2^-7 */
    acb_calc_integrate(value, f, NULL, from, to, p - 10, zero, NULL, p);
    acb_set_ui(from, wide);
    density(tail, from, 0, p);
    acb_mul_ui(tail, tail, 2 * ((a + b) / wide + 1 + b * wide), p);
    arb_set(z, acb_realref(value));
    arb_add_error(z, acb_realref(tail));
    if (arb_rel_accuracy_bits(z) < digits * 3.3219281) {
        fprintf(stderr, "the integral has fewer than %d digits\n", digits);
        exit(1);
    }
    acb_clear(from);
    acb_clear(to);
    acb_clear(value);
    acb_clear(tail);
    mag_clear(zero);
}

static void integrals(int digits) {
    arb_t z;
    int wide = 1;
    arb_init(z);
    while (wide * wide < (digits + 6) * 4.606) wide++; /* phi(wide) < 10^-(digits + 6) */
    BENCH("KL1", 1, integral(z, kl1, wide, wide, 1, 1, digits))
    BENCH("KL2", 1, integral(z, kl2, wide + 1, wide, 4, 2, digits))
}

int main(int argc, char **argv) {
    flint_rand_t random;
    flint_randinit(random);
    for (int k = 2; k < argc; k++) {
        if (strcmp(argv[1], "functions") == 0) functions(atoi(argv[k]), random);
        else integrals(atoi(argv[k]));
    }
    return 0;
}
