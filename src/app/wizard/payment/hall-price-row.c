/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-price-row.h"

#include "hall-money.h"
#include "hall-ui.h"

GtkWidget *
hall_price_row_new (const char *label, gint64 amount_fen, gboolean sum)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *name = gtk_label_new (label);
  g_autofree char *yuan = hall_money_format (amount_fen);
  g_autofree char *text = g_strdup_printf ("¥ %s", yuan);
  GtkWidget *amount = gtk_label_new (text);

  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_can_focus (row, FALSE);
  g_object_set (line, "margin", 12, NULL);
  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_line_wrap (GTK_LABEL (name), TRUE);
  hall_ui_set_class (amount, "hall-figures", TRUE);
  hall_ui_set_class (name, "hall-strong", sum);
  hall_ui_set_class (amount, "hall-strong", sum);
  gtk_box_pack_start (GTK_BOX (line), name, TRUE, TRUE, 0);
  gtk_box_pack_end (GTK_BOX (line), amount, FALSE, FALSE, 0);
  gtk_container_add (GTK_CONTAINER (row), line);
  gtk_widget_show_all (row);
  return row;
}
