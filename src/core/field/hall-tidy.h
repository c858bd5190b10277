/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is done to typed text before it is checked and kept: what a person
 * means is kept, how it was typed is not. No function here ever refuses.
 */
#pragma once

#include <glib.h>

/* Every function: @text is any text, also not UTF-8; returns (transfer full) valid NFC UTF-8.
 * Invisible format characters (zero-width blanks, direction marks) are left out, and tidying
 * what is tidy changes nothing. */

/* Ends trimmed, inner runs of blanks (full width too) made one blank. */
char *hall_tidy_text (const char *text);

/* As text; in a name with Han characters the look-alikes • ‧ ・ . become the middle dot ·, in
 * another full-width letters become half width and ’ becomes '. */
char *hall_tidy_name (const char *text);

/* Half width, no blanks: what is read by a pattern, such as an amount of money. */
char *hall_tidy_compact (const char *text);

/* Half width, capitals, no blanks, no hyphens: codes and document numbers. */
char *hall_tidy_code (const char *text);

/* Half width, no blanks, no hyphens: account and card numbers, postcodes. */
char *hall_tidy_digits (const char *text);

/* As digits, without a leading +86, 0086 or 86. */
char *hall_tidy_mobile (const char *text);

/* A mobile number as above; a landline as area code-number[-extension], whatever brackets,
 * hyphens, country code and word for “extension” it was typed with; else only without blanks
 * and brackets. */
char *hall_tidy_phone (const char *text);

/* Half width, no blanks, the domain in small letters. */
char *hall_tidy_email (const char *text);

/* 2026/1/31, 2026.1.31, 20260131 and 2026年1月31日 become 2026-01-31; 长期 stays. */
char *hall_tidy_date (const char *text);

/**
 * hall_text_equal_folded:
 *
 * Whether two organisation names are the same but for the width of brackets and letters:
 * （）and () are printed both ways on licences, tax and bank records.
 */
gboolean hall_text_equal_folded (const char *a, const char *b);

/* Whether @c is a Han character as names hold them: U+3400-9FFF, U+20000-323AF and 〇 (U+3007). */
gboolean hall_char_is_han (gunichar c);
gboolean hall_text_has_han (const char *text);
