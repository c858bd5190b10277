/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Checks of codes with a fixed alphabet, most of them with a check digit.
 */
#pragma once

#include "hall-check.h"

/**
 * hall_check_uscc:
 *
 * Compares the last character with the one computed from the first 17: weights
 * 3^i mod 31 for i = 0..16, check value (31 - sum mod 31) mod 31. A wrong length
 * or alphabet is an error, a wrong check character only doubtful: some codes
 * issued early are known to break the rule.
 *
 * Source: GB 32100-2015.
 */
HallVerdict hall_check_uscc (const char *value, const HallCheckContext *context, HallIssue *issue);

/**
 * hall_check_cnaps:
 *
 * ISO 7064 MOD 11,10 over 12 digits. The rule is not published by the central
 * bank but holds for every number known, so a mismatch is doubtful only.
 */
HallVerdict hall_check_cnaps (const char *value, const HallCheckContext *context, HallIssue *issue);

/**
 * hall_check_citizen_id:
 *
 * Province, calendar date not after today, ISO 7064 MOD 11-2, age bounds.
 *
 * Source: GB 11643-1999.
 */
HallVerdict
hall_check_citizen_id (const char *value, const HallCheckContext *context, HallIssue *issue);

HallVerdict
hall_check_document_number (const char *value, const HallCheckContext *context, HallIssue *issue);

/* 6 to 32 digits. Corporate accounts follow no check digit rule. */
HallVerdict
hall_check_bank_account (const char *value, const HallCheckContext *context, HallIssue *issue);

/* 16 to 19 digits; a Luhn mismatch is doubtful. Source: ISO/IEC 7812-1. */
HallVerdict
hall_check_bank_card (const char *value, const HallCheckContext *context, HallIssue *issue);

HallVerdict
hall_check_tax_no (const char *value, const HallCheckContext *context, HallIssue *issue);

HallVerdict
hall_check_postcode (const char *value, const HallCheckContext *context, HallIssue *issue);
