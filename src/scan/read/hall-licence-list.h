/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is read from a business licence and from an identity card:
 * LICENCE_ITEM (id, the kind of document it stands on, name in JSON, the field of an application
 * that says the same or -1).
 */
/* clang-format off */
LICENCE_ITEM (NAME,        BUSINESS_LICENCE, "name",                 HALL_FIELD_ROLE_ORGANISATION_NAME)
LICENCE_ITEM (USCC,        BUSINESS_LICENCE, "uscc",                 HALL_FIELD_ROLE_ORGANISATION_CODE)
LICENCE_ITEM (TYPE,        BUSINESS_LICENCE, "type",                 -1)
LICENCE_ITEM (LEGAL_REP,   BUSINESS_LICENCE, "legal_representative", HALL_FIELD_ROLE_LEGAL_REP_NAME)
LICENCE_ITEM (VALID_UNTIL, BUSINESS_LICENCE, "valid_until",          HALL_FIELD_ROLE_LICENCE_VALID_UNTIL)
LICENCE_ITEM (PERSON_NAME, SUBJECT_ID,       "person_name",          HALL_FIELD_ROLE_SUBJECT_NAME)
LICENCE_ITEM (ID_NUMBER,   SUBJECT_ID,       "id_number",            HALL_FIELD_ROLE_SUBJECT_ID)
/* clang-format on */
