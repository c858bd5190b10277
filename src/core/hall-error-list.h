/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * ERROR (id, "stable name"): one row for each reaction a caller can have.
 */
/* clang-format off */
ERROR (INVALID,       "invalid")        /* a value breaks a rule; fix the value             */
ERROR (TOO_LARGE,     "too-large")      /* more bytes than the route or the slot allows     */
ERROR (SIGNED_OUT,    "signed-out")     /* nobody is signed in; sign in and try again       */
ERROR (DENIED,        "denied")         /* the caller may not do this                       */
ERROR (NOT_FOUND,     "not-found")      /* no such thing, or not the caller's               */
ERROR (CONFLICT,      "conflict")       /* the order's state does not allow this now        */
ERROR (STALE,         "stale")          /* somebody was faster; load the order again        */
ERROR (TOO_MANY,      "too-many")       /* too often; wait and try again                    */
ERROR (UNAVAILABLE,   "unavailable")    /* network, provider or database; try again later   */
ERROR (INTERNAL,      "internal")       /* our bug; details only in the log                 */
/* clang-format on */
