/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The few fields that a rule needs to find, whatever their id:
 * FIELD_ROLE (id, name written in the catalogue), each at most once in a catalogue.
 */
/* clang-format off */
FIELD_ROLE (ORGANISATION_NAME,   "organisation-name")
FIELD_ROLE (ORGANISATION_CODE,   "organisation-code")
FIELD_ROLE (LEGAL_REP_NAME,      "legal-rep-name")
FIELD_ROLE (LICENCE_VALID_UNTIL, "licence-valid-until")
FIELD_ROLE (HANDLER_NAME,        "handler-name")
FIELD_ROLE (HANDLER_ID,          "handler-id")
FIELD_ROLE (HANDLER_MOBILE,      "handler-mobile")
FIELD_ROLE (SUBJECT_NAME,        "subject-name")
FIELD_ROLE (SUBJECT_ID,          "subject-id")
FIELD_ROLE (SUBJECT_MOBILE,      "subject-mobile")
FIELD_ROLE (ACCOUNT_NAME,        "account-name")
FIELD_ROLE (ACCOUNT_BANK,        "account-bank")
FIELD_ROLE (ACCOUNT_BRANCH,      "account-branch")
FIELD_ROLE (ACCOUNT_NUMBER,      "account-number")
FIELD_ROLE (ACCOUNT_CNAPS,       "account-cnaps")
FIELD_ROLE (DELIVERY_RECIPIENT,  "delivery-recipient")
FIELD_ROLE (DELIVERY_PHONE,      "delivery-phone")
FIELD_ROLE (DELIVERY_PROVINCE,   "delivery-province")
FIELD_ROLE (DELIVERY_CITY,       "delivery-city")
FIELD_ROLE (DELIVERY_DISTRICT,   "delivery-district")
FIELD_ROLE (DELIVERY_ADDRESS,    "delivery-address")
FIELD_ROLE (DELIVERY_POSTCODE,   "delivery-postcode")
FIELD_ROLE (INVOICE_TYPE,        "invoice-type")
/* clang-format on */
