/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is read from a business licence:
 * LICENCE_ITEM (id, name in JSON, the field of an application that says the same or -1).
 */
/* clang-format off */
LICENCE_ITEM (NAME,        "name",                 HALL_FIELD_ROLE_ORGANISATION_NAME)
LICENCE_ITEM (USCC,        "uscc",                 HALL_FIELD_ROLE_ORGANISATION_CODE)
LICENCE_ITEM (TYPE,        "type",                 -1)
LICENCE_ITEM (LEGAL_REP,   "legal_representative", HALL_FIELD_ROLE_LEGAL_REP_NAME)
LICENCE_ITEM (VALID_UNTIL, "valid_until",          HALL_FIELD_ROLE_LICENCE_VALID_UNTIL)
/* clang-format on */
