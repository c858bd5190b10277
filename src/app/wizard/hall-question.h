/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A question with two answers, in a dialog over a page.
 */
#pragma once

#include <gtk/gtk.h>

typedef struct
{
  const char *title; /* (nullable): of the dialog */
  const char *text;
  const char *detail;   /* (nullable) */
  const char *yes, *no; /* with mnemonics */
  gboolean destructive; /* yes cannot be undone: it is red, and Enter says no */
} HallQuestion;

/**
 * hall_question_ask:
 * @over: the page; the dialog goes with it
 *
 * Returns: (transfer none): its "response" is %GTK_RESPONSE_ACCEPT for yes; goes by itself
 */
GtkDialog *hall_question_ask (GtkWidget *over, const HallQuestion *question);
