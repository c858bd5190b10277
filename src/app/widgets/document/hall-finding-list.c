/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-finding-list.h"

#include <glib/gi18n.h>

#include "hall-app-lang.h"
#include "hall-badge.h"
#include "hall-ui.h"

struct _HallFindingList
{
  GtkBox parent_instance;

  GtkBox *first; /* what is in view at once */
  GtkBox *rest;
  GtkButton *more_button;

  GPtrArray *findings; /* (nullable) (element-type HallFinding) */
  guint max_shown;     /* 0: all */
  guint n_shown;
};

G_DEFINE_FINAL_TYPE (HallFindingList, hall_finding_list, GTK_TYPE_BOX)

enum
{
  PLACE_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
on_finding_clicked_cb (GtkButton *button, HallFindingList *self)
{
  HallFinding *finding = g_object_get_data (G_OBJECT (button), "finding");

  g_signal_emit (self, signals[PLACE_CHOSEN], 0, &finding->place);
}

static GtkWidget *
make_label (const char *text)
{
  return g_object_new (GTK_TYPE_LABEL, "label", text, "wrap", TRUE, "wrap-mode",
                       PANGO_WRAP_WORD_CHAR, "xalign", 0.0, "visible", TRUE, NULL);
}

static GtkWidget *
make_line (HallVerdict verdict, const char *text)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *icon = gtk_image_new ();

  hall_badge_show_icon (GTK_IMAGE (icon), hall_badge_for_verdict (verdict));
  hall_ui_set_accessible_name (icon, hall_badge_get_verdict_word (verdict));
  gtk_widget_set_valign (icon, GTK_ALIGN_START);
  gtk_container_add (GTK_CONTAINER (line), icon);
  gtk_container_add (GTK_CONTAINER (line), make_label (text));
  gtk_widget_show_all (line);
  return line;
}

/* The line as a button that leads to the place. */
static GtkWidget *
make_link (HallFindingList *self, HallFinding *finding, const char *text)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *line = make_line (finding->severity, text);
  GtkWidget *arrow = gtk_image_new_from_icon_name ("go-next-symbolic", GTK_ICON_SIZE_BUTTON);

  hall_ui_set_class (arrow, "hall-faint", TRUE);
  gtk_widget_set_valign (arrow, GTK_ALIGN_START);
  gtk_widget_show (arrow);
  gtk_box_pack_end (GTK_BOX (line), arrow, FALSE, FALSE, 0);
  gtk_container_add (GTK_CONTAINER (button), line);
  gtk_button_set_relief (GTK_BUTTON (button), GTK_RELIEF_NONE);
  hall_ui_set_class (button, "hall-finding", TRUE);
  hall_ui_set_accessible_name (button, text);
  gtk_widget_set_tooltip_text (button, _ ("Show where on the page"));
  g_object_set_data (G_OBJECT (button), "finding", finding);
  g_signal_connect (button, "clicked", G_CALLBACK (on_finding_clicked_cb), self);
  gtk_widget_show (button);
  return button;
}

static void
add (HallFindingList *self, GtkWidget *line)
{
  gboolean hidden = self->max_shown != 0 && self->n_shown >= self->max_shown;

  gtk_container_add (GTK_CONTAINER (hidden ? self->rest : self->first), line);
  self->n_shown++;
}

static void
add_finding (HallFindingList *self, HallFinding *finding)
{
  g_autofree char *text = hall_issue_format (&finding->issue, hall_app_lang ());

  add (self, finding->place.page > 0 ? make_link (self, finding, text)
                                     : make_line (finding->severity, text));
}

static void
show_more_button (HallFindingList *self)
{
  guint n =
      self->max_shown != 0 && self->n_shown > self->max_shown ? self->n_shown - self->max_shown : 0;
  g_autofree char *text = g_strdup_printf (g_dngettext (NULL, "%u more", "%u more", n), n);

  gtk_button_set_label (self->more_button, text);
  gtk_widget_set_visible (GTK_WIDGET (self->more_button),
                          n > 0 && !gtk_widget_get_visible (GTK_WIDGET (self->rest)));
}

static void
on_more_clicked_cb (GtkButton *button, HallFindingList *self)
{
  gtk_widget_show (GTK_WIDGET (self->rest));
  gtk_widget_hide (GTK_WIDGET (self->more_button));
  gtk_widget_child_focus (GTK_WIDGET (self->rest), GTK_DIR_TAB_FORWARD);
}

/* Said while it is empty and hidden, "constant" would be remembered, and lines overlap what is
 * below them. */
static GtkSizeRequestMode
hall_finding_list_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
hall_finding_list_finalize (GObject *object)
{
  g_clear_pointer (&HALL_FINDING_LIST (object)->findings, g_ptr_array_unref);
  G_OBJECT_CLASS (hall_finding_list_parent_class)->finalize (object);
}

static void
hall_finding_list_class_init (HallFindingListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = hall_finding_list_finalize;
  widget_class->get_request_mode = hall_finding_list_get_request_mode;
  signals[PLACE_CHOSEN] = g_signal_new ("place-chosen", HALL_TYPE_FINDING_LIST, G_SIGNAL_RUN_LAST,
                                        0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/certhall/ui/hall-finding-list.ui");
  gtk_widget_class_bind_template_child (widget_class, HallFindingList, first);
  gtk_widget_class_bind_template_child (widget_class, HallFindingList, rest);
  gtk_widget_class_bind_template_child (widget_class, HallFindingList, more_button);
  gtk_widget_class_bind_template_callback (widget_class, on_more_clicked_cb);
}

static void
hall_finding_list_init (HallFindingList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
hall_finding_list_new (guint max_shown)
{
  HallFindingList *self = g_object_new (HALL_TYPE_FINDING_LIST, NULL);

  self->max_shown = max_shown;
  return GTK_WIDGET (self);
}

void
hall_finding_list_set (HallFindingList *self, GPtrArray *findings)
{
  g_autoptr (GPtrArray) old = NULL;

  g_return_if_fail (HALL_IS_FINDING_LIST (self));

  old = g_steal_pointer (&self->findings); /* its lines point into it until they are gone */
  hall_ui_clear (GTK_CONTAINER (self->first));
  hall_ui_clear (GTK_CONTAINER (self->rest));
  gtk_widget_hide (GTK_WIDGET (self->rest));
  self->n_shown = 0;
  self->findings = findings != NULL ? g_ptr_array_ref (findings) : NULL;
  for (int severity = HALL_N_VERDICTS - 1; findings != NULL && severity >= 0; severity--)
    for (guint i = 0; i < findings->len; i++)
      {
        HallFinding *finding = g_ptr_array_index (findings, i);

        if (finding->severity == (HallVerdict) severity)
          add_finding (self, finding);
      }
  show_more_button (self);
}

void
hall_finding_list_add_mark (HallFindingList *self, HallVerdict verdict, const char *text)
{
  g_return_if_fail (HALL_IS_FINDING_LIST (self));

  /* Never hidden: it is said of the file as a whole. */
  gtk_container_add (GTK_CONTAINER (self->first), make_line (verdict, text));
}
