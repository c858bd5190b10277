/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-question.h"

GtkDialog *
hall_question_ask (GtkWidget *over, const HallQuestion *question)
{
  GtkWidget *window = gtk_widget_get_toplevel (over);
  GtkWidget *dialog =
      gtk_message_dialog_new (GTK_IS_WINDOW (window) ? GTK_WINDOW (window) : NULL,
                              GTK_DIALOG_MODAL | GTK_DIALOG_DESTROY_WITH_PARENT,
                              GTK_MESSAGE_QUESTION, GTK_BUTTONS_NONE, "%s", question->text);
  GtkWidget *yes;

  if (question->title != NULL)
    gtk_window_set_title (GTK_WINDOW (dialog), question->title);
  if (question->detail != NULL)
    gtk_message_dialog_format_secondary_text (GTK_MESSAGE_DIALOG (dialog), "%s", question->detail);
  gtk_dialog_add_button (GTK_DIALOG (dialog), question->no, GTK_RESPONSE_CANCEL);
  yes = gtk_dialog_add_button (GTK_DIALOG (dialog), question->yes, GTK_RESPONSE_ACCEPT);
  gtk_style_context_add_class (gtk_widget_get_style_context (yes),
                               question->destructive ? GTK_STYLE_CLASS_DESTRUCTIVE_ACTION
                                                     : GTK_STYLE_CLASS_SUGGESTED_ACTION);
  gtk_dialog_set_default_response (GTK_DIALOG (dialog), question->destructive
                                                            ? GTK_RESPONSE_CANCEL
                                                            : GTK_RESPONSE_ACCEPT);
  g_signal_connect_object (over, "destroy", G_CALLBACK (gtk_widget_destroy), dialog,
                           G_CONNECT_SWAPPED);
  g_signal_connect_after (dialog, "response", G_CALLBACK (gtk_widget_destroy), NULL);
  gtk_window_present (GTK_WINDOW (dialog));
  return GTK_DIALOG (dialog);
}
