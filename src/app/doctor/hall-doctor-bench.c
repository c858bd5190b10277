/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-doctor-bench.h"

#include <glib/gi18n.h>
#include <string.h>

#include "hall-doctor-corners.h"
#include "hall-file-size.h"
#include "hall-ui.h"

struct _HallDoctorBench
{
  GtkBox parent_instance;

  GtkStack *stack; /* "wait", "problem" or "pictures" */
  GtkLabel *problem;
  GtkLabel *before_facts;
  GtkBox *before_box;
  GtkBox *after_box;
  GtkButton *find_button;
  GtkSpinButton *skew;
  GtkToggleButton *keep_button;
  GtkToggleButton *white_button;
  GtkToggleButton *grey_button;

  HallDoctorCorners *before; /* in @before_box */
  HallDoctorCorners *after;  /* in @after_box */
  HallDoctorWork *work;
  guint page;
  gboolean showing; /* by the program */
};

G_DEFINE_FINAL_TYPE (HallDoctorBench, hall_doctor_bench, GTK_TYPE_BOX)

static const HallPoint whole[4] = { { 0, 0 }, { 1, 0 }, { 1, 1 }, { 0, 1 } };

static const HallDoctorPage *
get_page (HallDoctorBench *self)
{
  if (self->page >= hall_doctor_work_get_n_pages (self->work))
    return NULL;
  return hall_doctor_work_get_page (self->work, self->page);
}

static char *
describe (const HallDoctorPage *page)
{
  g_autofree char *size = hall_file_size_format ((gint64) g_bytes_get_size (page->file->bytes));

  if (page->opened->format == HALL_FIT_PDF)
    return g_strdup_printf ("%s · %s", page->file->name, size);
  return g_strdup_printf ("%s · %u × %u · %s", page->file->name, page->opened->width,
                          page->opened->height, size);
}

static void
show_tools (HallDoctorBench *self, const HallDoctorPage *page)
{
  const HallFitRecipe *recipe = &page->recipe;

  self->showing = TRUE;
  gtk_widget_set_sensitive (GTK_WIDGET (self->find_button), page->opened->recipe.has_corners);
  gtk_spin_button_set_value (self->skew, recipe->skew_deg);
  gtk_toggle_button_set_active (self->keep_button, recipe->colour == HALL_FIT_KEEP);
  gtk_toggle_button_set_active (self->white_button, recipe->colour == HALL_FIT_WHITE);
  gtk_toggle_button_set_active (self->grey_button, recipe->colour == HALL_FIT_GREY);
  self->showing = FALSE;
}

static void
show (HallDoctorBench *self)
{
  const HallDoctorPage *page = get_page (self);
  g_autofree char *facts = NULL;

  if (page == NULL || page->opened == NULL)
    {
      gboolean failed = page != NULL && page->problem != NULL;

      gtk_label_set_text (self->problem, failed ? page->problem : "");
      gtk_stack_set_visible_child_name (self->stack, failed ? "problem" : "wait");
      return;
    }
  facts = describe (page);
  gtk_label_set_text (self->before_facts, facts);
  hall_doctor_corners_set_picture (self->before, page->opened->preview);
  hall_doctor_corners_set (self->before, page->recipe.has_corners ? page->recipe.corners : whole);
  if (page->after != NULL)
    hall_doctor_corners_set_picture (self->after, page->after);
  show_tools (self, page);
  gtk_stack_set_visible_child_name (self->stack, "pictures");
}

/* Where the next change starts from. */
static gboolean
take_recipe (HallDoctorBench *self, HallFitRecipe *recipe)
{
  const HallDoctorPage *page = get_page (self);

  if (page == NULL || page->opened == NULL || self->showing)
    return FALSE;
  *recipe = page->recipe;
  return TRUE;
}

static void
on_corners_changed_cb (HallDoctorCorners *corners, HallDoctorBench *self)
{
  HallFitRecipe recipe;

  if (!take_recipe (self, &recipe))
    return;
  recipe.has_corners = TRUE;
  hall_doctor_corners_get (corners, recipe.corners);
  hall_doctor_work_set_recipe (self->work, self->page, &recipe);
}

/* Back to what the program proposed. */
static void
on_find_clicked_cb (GtkButton *button, HallDoctorBench *self)
{
  const HallDoctorPage *page = get_page (self);
  HallFitRecipe recipe;

  if (!take_recipe (self, &recipe))
    return;
  recipe.has_corners = page->opened->recipe.has_corners;
  memcpy (recipe.corners, page->opened->recipe.corners, sizeof recipe.corners);
  recipe.skew_deg = page->opened->recipe.skew_deg;
  hall_doctor_work_set_recipe (self->work, self->page, &recipe);
}

static void
on_whole_clicked_cb (GtkButton *button, HallDoctorBench *self)
{
  HallFitRecipe recipe;

  if (!take_recipe (self, &recipe))
    return;
  recipe.has_corners = FALSE;
  recipe.skew_deg = 0;
  hall_doctor_work_set_recipe (self->work, self->page, &recipe);
}

static void
turn (HallDoctorBench *self, guint quarters)
{
  HallFitRecipe recipe;

  if (!take_recipe (self, &recipe))
    return;
  recipe.turns = (recipe.turns + quarters) % 4;
  hall_doctor_work_set_recipe (self->work, self->page, &recipe);
}

static void
on_left_clicked_cb (GtkButton *button, HallDoctorBench *self)
{
  turn (self, 3);
}

static void
on_right_clicked_cb (GtkButton *button, HallDoctorBench *self)
{
  turn (self, 1);
}

static void
on_skew_changed_cb (GtkSpinButton *skew, HallDoctorBench *self)
{
  HallFitRecipe recipe;

  if (!take_recipe (self, &recipe))
    return;
  recipe.skew_deg = CLAMP (gtk_spin_button_get_value (skew), -HALL_FIT_MAX_SKEW, HALL_FIT_MAX_SKEW);
  hall_doctor_work_set_recipe (self->work, self->page, &recipe);
}

static void
on_colour_toggled_cb (GtkToggleButton *button, HallDoctorBench *self)
{
  HallFitRecipe recipe;

  if (!gtk_toggle_button_get_active (button) || !take_recipe (self, &recipe))
    return;
  recipe.colour = button == self->white_button  ? HALL_FIT_WHITE
                  : button == self->grey_button ? HALL_FIT_GREY
                                                : HALL_FIT_KEEP;
  hall_doctor_work_set_recipe (self->work, self->page, &recipe);
}

static void
hall_doctor_bench_dispose (GObject *object)
{
  g_clear_object (&HALL_DOCTOR_BENCH (object)->work);
  G_OBJECT_CLASS (hall_doctor_bench_parent_class)->dispose (object);
}

static void
hall_doctor_bench_class_init (HallDoctorBenchClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hall_doctor_bench_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/certhall/ui/hall-doctor-bench.ui");
  gtk_widget_class_bind_template_child (widget_class, HallDoctorBench, stack);
  gtk_widget_class_bind_template_child (widget_class, HallDoctorBench, problem);
  gtk_widget_class_bind_template_child (widget_class, HallDoctorBench, before_facts);
  gtk_widget_class_bind_template_child (widget_class, HallDoctorBench, before_box);
  gtk_widget_class_bind_template_child (widget_class, HallDoctorBench, after_box);
  gtk_widget_class_bind_template_child (widget_class, HallDoctorBench, find_button);
  gtk_widget_class_bind_template_child (widget_class, HallDoctorBench, skew);
  gtk_widget_class_bind_template_child (widget_class, HallDoctorBench, keep_button);
  gtk_widget_class_bind_template_child (widget_class, HallDoctorBench, white_button);
  gtk_widget_class_bind_template_child (widget_class, HallDoctorBench, grey_button);
  gtk_widget_class_bind_template_callback (widget_class, on_find_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_whole_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_left_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_right_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_skew_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_colour_toggled_cb);
}

static void
hall_doctor_bench_init (HallDoctorBench *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->before = HALL_DOCTOR_CORNERS (hall_doctor_corners_new ());
  self->after = HALL_DOCTOR_CORNERS (hall_doctor_corners_new ());
  gtk_box_pack_start (self->before_box, GTK_WIDGET (self->before), TRUE, TRUE, 0);
  gtk_box_pack_start (self->after_box, GTK_WIDGET (self->after), TRUE, TRUE, 0);
  hall_ui_set_accessible_name (GTK_WIDGET (self->after), _ ("The page as it will be"));
  hall_ui_ignore_wheel (GTK_WIDGET (self->skew));
  g_signal_connect (self->before, "changed", G_CALLBACK (on_corners_changed_cb), self);
}

GtkWidget *
hall_doctor_bench_new (HallDoctorWork *work)
{
  HallDoctorBench *self = g_object_new (HALL_TYPE_DOCTOR_BENCH, NULL);

  self->work = g_object_ref (work);
  g_signal_connect_object (work, "pages-changed", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (work, "after-changed", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  show (self);
  return GTK_WIDGET (self);
}

void
hall_doctor_bench_show (HallDoctorBench *self, guint page)
{
  g_return_if_fail (HALL_IS_DOCTOR_BENCH (self));

  if (self->page != page)
    hall_doctor_corners_set_picture (self->after, NULL); /* not that of another page */
  self->page = page;
  show (self);
}
