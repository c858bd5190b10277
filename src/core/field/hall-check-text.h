/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Checks of what people write freely: names, addresses, telephones, dates.
 */
#pragma once

#include "hall-check.h"

/* Doubtful outside the number ranges MIIT had allocated in March 2023. */
HallVerdict
hall_check_mobile (const char *value, const HallCheckContext *context, HallIssue *issue);

HallVerdict hall_check_phone (const char *value, const HallCheckContext *context, HallIssue *issue);

HallVerdict hall_check_email (const char *value, const HallCheckContext *context, HallIssue *issue);

/* 2 to 25 Han characters with single middle dots inside; without any Han character 2 to 50 of
 * Latin letters, blanks and .'- (foreign documents). */
HallVerdict
hall_check_person_name (const char *value, const HallCheckContext *context, HallIssue *issue);

HallVerdict
hall_check_organisation_name (const char *value, const HallCheckContext *context, HallIssue *issue);

/* Any text without control characters and angle brackets, within the context's bounds. */
HallVerdict hall_check_text (const char *value, const HallCheckContext *context, HallIssue *issue);

/* Text that should be one of the context's choices, but may be another. */
HallVerdict
hall_check_listed_text (const char *value, const HallCheckContext *context, HallIssue *issue);

/* One of the context's choices; without choices any identifier. */
HallVerdict
hall_check_choice (const char *value, const HallCheckContext *context, HallIssue *issue);

/**
 * hall_date_parse:
 * @date: (out caller-allocates): undefined unless the answer is %TRUE
 *
 * Returns: whether @value is a day of the calendar written as 2026-01-31
 */
gboolean hall_date_parse (const char *value, GDate *date);

HallVerdict hall_check_date (const char *value, const HallCheckContext *context, HallIssue *issue);

/* A date, or 长期. */
HallVerdict
hall_check_date_or_long (const char *value, const HallCheckContext *context, HallIssue *issue);

/**
 * hall_mobile_hint:
 *
 * Returns: %HALL_HINT for the ranges of resellers, which carrier checks may not know
 */
HallVerdict hall_mobile_hint (const char *value, const HallCheckContext *context, HallIssue *issue);

/* 6 digits; tidy it with hall_tidy_digits() first. */
HallVerdict hall_check_sms_code (const char *value, HallIssue *issue);

/* 8 to 32 characters of at least two kinds: letters, digits, symbols. @value is not tidied. */
HallVerdict hall_check_password (const char *value, HallIssue *issue);
