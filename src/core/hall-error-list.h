/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * HALL_ERROR_ROW (id, "stable name"): one row for each reaction a caller can have.
 */
/* clang-format off */
HALL_ERROR_ROW (INVALID,       "invalid")        /* a value breaks a rule; fix the value             */
HALL_ERROR_ROW (TOO_LARGE,     "too-large")      /* more bytes than the route or the slot allows     */
HALL_ERROR_ROW (SIGNED_OUT,    "signed-out")     /* nobody is signed in; sign in and try again       */
HALL_ERROR_ROW (DENIED,        "denied")         /* the caller may not do this                       */
HALL_ERROR_ROW (NOT_FOUND,     "not-found")      /* no such thing, or not the caller's               */
HALL_ERROR_ROW (CONFLICT,      "conflict")       /* the order's state does not allow this now        */
HALL_ERROR_ROW (CLAIMED,       "claimed")        /* a colleague has the order on the desk          */
HALL_ERROR_ROW (STALE,         "stale")          /* somebody was faster; load the order again        */
HALL_ERROR_ROW (TOO_MANY,      "too-many")       /* too often; wait and try again                    */
HALL_ERROR_ROW (UNAVAILABLE,   "unavailable")    /* network, provider or database; try again later   */
HALL_ERROR_ROW (INTERNAL,      "internal")       /* our bug; details only in the log                 */
/* clang-format on */
