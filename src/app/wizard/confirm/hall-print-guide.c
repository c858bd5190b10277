/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-print-guide.h"

#include <glib/gi18n.h>

#include "hall-app-lang.h"
#include "hall-draft-sheet.h"
#include "hall-need-row.h"
#include "hall-ui.h"

struct _HallPrintGuide
{
  GtkBox parent_instance;

  GtkLabel *title;
  GtkLabel *why;
  GtkBox *middle;
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (HallPrintGuide, hall_print_guide, GTK_TYPE_BOX)

static void
add (HallPrintGuide *self, const char *icon, const char *title, const char *text)
{
  gtk_container_add (GTK_CONTAINER (self->list), hall_need_row_new (icon, title, text));
}

static void
show_checking (HallPrintGuide *self)
{
  gtk_label_set_text (self->title, _ ("Check what you have filled in"));
  gtk_label_set_text (self->why, _ ("This is how it will be printed."));
  add (self, "view-paged-symbolic", _ ("Compare it with your documents"),
       _ ("Names and numbers exactly as on the licence and the identity cards. “Back” leads to "
          "the entries."));
  add (self, "object-select-symbolic", _ ("Then confirm it"),
       _ ("The hall then makes the form with its code, ready to print."));
}

static void
show_printing (HallPrintGuide *self, HallDraft *draft)
{
  HallLang lang = hall_app_lang ();

  gtk_label_set_text (self->title, _ ("Print, sign and stamp"));
  gtk_label_set_text (self->why, _ ("Every page carries a code that tells the hall which order it "
                                    "belongs to."));
  for (HallSheet sheet = 0; sheet < HALL_N_SHEETS; sheet++)
    {
      const HallRequirement *requirement = hall_draft_sheet_get_requirement (draft, sheet);

      if (requirement != NULL)
        add (self, "printer-symbolic", hall_label_get (&requirement->label, lang),
             hall_label_get (&requirement->hint, lang));
    }
  add (self, "go-next-symbolic", _ ("Then upload the scans"),
       _ ("On the next page, now or later: the order waits for you."));
}

static void
hall_print_guide_class_init (HallPrintGuideClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/certhall/ui/hall-print-guide.ui");
  gtk_widget_class_bind_template_child (widget_class, HallPrintGuide, title);
  gtk_widget_class_bind_template_child (widget_class, HallPrintGuide, why);
  gtk_widget_class_bind_template_child (widget_class, HallPrintGuide, middle);
  gtk_widget_class_bind_template_child (widget_class, HallPrintGuide, list);
}

static void
hall_print_guide_init (HallPrintGuide *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
hall_print_guide_new (void)
{
  return g_object_new (HALL_TYPE_PRINT_GUIDE, NULL);
}

void
hall_print_guide_show (HallPrintGuide *self, HallDraft *draft)
{
  g_return_if_fail (HALL_IS_PRINT_GUIDE (self));

  hall_ui_clear (GTK_CONTAINER (self->list));
  if (hall_draft_sheet_is_preview (draft))
    show_checking (self);
  else
    show_printing (self, draft);
}

GtkBox *
hall_print_guide_get_middle (HallPrintGuide *self)
{
  g_return_val_if_fail (HALL_IS_PRINT_GUIDE (self), NULL);

  return self->middle;
}
