/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The kinds a field can have: KIND (id, name, tidy, check, mask, input, what differs).
 * A new kind is one row here; the name is what the catalogue writes.
 */
/* clang-format off */
KIND (PERSON_NAME,         "person-name",         hall_tidy_name,   hall_check_person_name,       hall_mask_name,    NAME,    .max_chars = 50)
KIND (ORGANISATION_NAME,   "organisation-name",   hall_tidy_text,   hall_check_organisation_name, hall_mask_nothing, TEXT,    .max_chars = 100)
KIND (CITIZEN_ID,          "citizen-id",          hall_tidy_code,   hall_check_citizen_id,        hall_mask_id,      CODE,    .max_chars = 18, .group = "6 8 4")
KIND (DOCUMENT_NUMBER,     "document-number",     hall_tidy_code,   hall_check_document_number,   hall_mask_id,      CODE,    .max_chars = 20)
KIND (USCC,                "uscc",                hall_tidy_code,   hall_check_uscc,              hall_mask_code,    CODE,    .max_chars = 18, .group = "4 4 4 4 2")
KIND (MOBILE,              "mobile",              hall_tidy_mobile, hall_check_mobile,            hall_mask_mobile,  PHONE,   .max_chars = 11, .group = "3 4 4", .hint = hall_mobile_hint)
KIND (LANDLINE_OR_MOBILE,  "landline-or-mobile",  hall_tidy_phone,  hall_check_phone,             hall_mask_mobile,  PHONE,   .max_chars = 20)
KIND (EMAIL,               "email",               hall_tidy_email,  hall_check_email,             hall_mask_email,   EMAIL,   .max_chars = 254)
KIND (BANK_ACCOUNT,        "bank-account",        hall_tidy_digits, hall_check_bank_account,      hall_mask_account, DIGITS,  .max_chars = 32, .group = "4 4 4 4 4 4 4 4")
KIND (BANK_CARD,           "bank-card",           hall_tidy_digits, hall_check_bank_card,         hall_mask_account, DIGITS,  .max_chars = 19, .group = "4 4 4 4 3")
KIND (BANK_NAME,           "bank-name",           hall_tidy_text,   hall_check_listed_text,       hall_mask_nothing, TEXT,    .min_chars = 4, .max_chars = 60)
KIND (CNAPS,               "cnaps",               hall_tidy_digits, hall_check_cnaps,             hall_mask_nothing, DIGITS,  .max_chars = 12, .group = "3 4 4 1")
KIND (PROVINCE,            "province",            hall_tidy_text,   hall_check_text,              hall_mask_nothing, ADDRESS, .min_chars = 2, .max_chars = 20)
KIND (CITY,                "city",                hall_tidy_text,   hall_check_text,              hall_mask_nothing, ADDRESS, .min_chars = 2, .max_chars = 30)
KIND (DISTRICT,            "district",            hall_tidy_text,   hall_check_text,              hall_mask_nothing, ADDRESS, .min_chars = 2, .max_chars = 30)
KIND (ADDRESS,             "address",             hall_tidy_text,   hall_check_text,              hall_mask_address, ADDRESS, .min_chars = 5, .max_chars = 120)
KIND (ADDRESS_DETAIL,      "address-detail",      hall_tidy_text,   hall_check_text,              hall_mask_all,     ADDRESS, .min_chars = 4, .max_chars = 100)
KIND (POSTCODE,            "postcode",            hall_tidy_digits, hall_check_postcode,          hall_mask_nothing, DIGITS,  .max_chars = 6)
KIND (TAX_NO,              "tax-no",              hall_tidy_code,   hall_check_tax_no,            hall_mask_code,    CODE,    .max_chars = 20)
KIND (CHOICE,              "choice",              hall_tidy_text,   hall_check_choice,            hall_mask_nothing, CHOICE,  .max_chars = 40)
KIND (DATE,                "date",                hall_tidy_date,   hall_check_date,              hall_mask_nothing, DATE,    .max_chars = 10)
KIND (DATE_OR_LONG,        "date-or-long-term",   hall_tidy_date,   hall_check_date_or_long,      hall_mask_nothing, DATE,    .max_chars = 10)
KIND (TEXT,                "text",                hall_tidy_text,   hall_check_text,              hall_mask_nothing, TEXT,    .max_chars = 200)
/* clang-format on */
