/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-doctor-strip.h"

#include <glib/gi18n.h>

#include "hall-ui.h"

struct _HallDoctorStrip
{
  GtkBox parent_instance;

  GtkListBox *list;
  GtkButton *up_button;
  GtkButton *down_button;
  GtkButton *remove_button;

  HallDoctorWork *work;
  gboolean updating;
};

G_DEFINE_FINAL_TYPE (HallDoctorStrip, hall_doctor_strip, GTK_TYPE_BOX)

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

#define SIDE_PX 84

static GtkWidget *
make_row (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *image = gtk_image_new ();
  GtkWidget *number = gtk_label_new (NULL);

  gtk_widget_set_size_request (image, SIDE_PX, SIDE_PX);
  hall_ui_set_class (number, "hall-hint", TRUE);
  hall_ui_set_class (number, "hall-figures", TRUE);
  gtk_container_add (GTK_CONTAINER (box), image);
  gtk_container_add (GTK_CONTAINER (box), number);
  gtk_widget_show_all (box);
  return box;
}

static void
show_picture (HallDoctorStrip *self, GtkImage *image, GdkPixbuf *picture)
{
  int factor = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  double width, height, scale;
  g_autoptr (GdkPixbuf) small = NULL;
  cairo_surface_t *surface;

  if (picture != NULL && g_object_get_data (G_OBJECT (image), "shown") == picture)
    return;
  g_object_set_data_full (G_OBJECT (image), "shown",
                          picture != NULL ? g_object_ref (picture) : NULL, g_object_unref);
  if (picture == NULL)
    {
      gtk_image_set_from_icon_name (image, "image-missing-symbolic", GTK_ICON_SIZE_DIALOG);
      return;
    }
  width = gdk_pixbuf_get_width (picture);
  height = gdk_pixbuf_get_height (picture);
  scale = SIDE_PX * factor / MAX (width, height);
  small = gdk_pixbuf_scale_simple (picture, MAX ((int) (width * scale), 1),
                                   MAX ((int) (height * scale), 1), GDK_INTERP_BILINEAR);
  surface = gdk_cairo_surface_create_from_pixbuf (small, factor, NULL);
  gtk_image_set_from_surface (image, surface);
  cairo_surface_destroy (surface);
}

static void
show_page (HallDoctorStrip *self, GtkListBoxRow *row, const HallDoctorPage *page)
{
  GtkWidget *box = gtk_bin_get_child (GTK_BIN (row));
  g_autoptr (GList) children = gtk_container_get_children (GTK_CONTAINER (box));
  g_autofree char *number = g_strdup_printf ("%d", gtk_list_box_row_get_index (row) + 1);
  g_autofree char *name = g_strdup_printf (_ ("Page %1$d, %2$s"),
                                           gtk_list_box_row_get_index (row) + 1, page->file->name);
  GdkPixbuf *picture = page->after != NULL    ? page->after
                       : page->opened != NULL ? page->opened->preview
                                              : NULL;

  show_picture (self, children->data, picture);
  gtk_label_set_text (children->next->data, number);
  hall_ui_set_accessible_name (GTK_WIDGET (row), name);
}

static void
show_buttons (HallDoctorStrip *self)
{
  guint chosen = hall_doctor_strip_get_chosen (self);
  guint n_pages = hall_doctor_work_get_n_pages (self->work);

  gtk_widget_set_sensitive (GTK_WIDGET (self->up_button), chosen > 0);
  gtk_widget_set_sensitive (GTK_WIDGET (self->down_button), chosen + 1 < n_pages);
  gtk_widget_set_sensitive (GTK_WIDGET (self->remove_button), n_pages > 1);
}

static void
choose (HallDoctorStrip *self, int page)
{
  gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, page));
}

/* Rows stay: only as many are added or taken away as there are more or fewer pages. */
static void
show_pages (HallDoctorStrip *self)
{
  int n_pages = (int) hall_doctor_work_get_n_pages (self->work);
  int chosen = MIN ((int) hall_doctor_strip_get_chosen (self), n_pages - 1);
  GtkListBoxRow *row;

  self->updating = TRUE;
  while ((row = gtk_list_box_get_row_at_index (self->list, n_pages)) != NULL)
    gtk_widget_destroy (GTK_WIDGET (row));
  for (int i = 0; i < n_pages; i++)
    {
      if (gtk_list_box_get_row_at_index (self->list, i) == NULL)
        gtk_container_add (GTK_CONTAINER (self->list), make_row ());
      show_page (self, gtk_list_box_get_row_at_index (self->list, i),
                 hall_doctor_work_get_page (self->work, (guint) i));
    }
  choose (self, MAX (chosen, 0));
  self->updating = FALSE;
  gtk_widget_set_visible (GTK_WIDGET (self), n_pages > 1);
  show_buttons (self);
}

static void
move_chosen (HallDoctorStrip *self, int by)
{
  guint chosen = hall_doctor_strip_get_chosen (self);
  int to = (int) chosen + by;

  if (to < 0 || to >= (int) hall_doctor_work_get_n_pages (self->work))
    return;
  hall_doctor_work_move (self->work, chosen, by);
  choose (self, to);
}

static void
on_row_selected_cb (GtkListBox *list, GtkListBoxRow *row, HallDoctorStrip *self)
{
  if (self->updating || row == NULL)
    return;
  show_buttons (self);
  g_signal_emit (self, signals[CHOSEN], 0);
}

static void
on_up_clicked_cb (GtkButton *button, HallDoctorStrip *self)
{
  move_chosen (self, -1);
}

static void
on_down_clicked_cb (GtkButton *button, HallDoctorStrip *self)
{
  move_chosen (self, 1);
}

static void
on_remove_clicked_cb (GtkButton *button, HallDoctorStrip *self)
{
  if (hall_doctor_work_get_n_pages (self->work) > 1)
    hall_doctor_work_remove (self->work, hall_doctor_strip_get_chosen (self));
}

static gboolean
on_key_pressed_cb (GtkWidget *list, GdkEventKey *event, HallDoctorStrip *self)
{
  gboolean alt = (event->state & GDK_MOD1_MASK) != 0;

  if (event->keyval == GDK_KEY_Delete)
    on_remove_clicked_cb (self->remove_button, self);
  else if (alt && (event->keyval == GDK_KEY_Up || event->keyval == GDK_KEY_Down))
    move_chosen (self, event->keyval == GDK_KEY_Up ? -1 : 1);
  else
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

static void
hall_doctor_strip_dispose (GObject *object)
{
  g_clear_object (&HALL_DOCTOR_STRIP (object)->work);
  G_OBJECT_CLASS (hall_doctor_strip_parent_class)->dispose (object);
}

static void
hall_doctor_strip_class_init (HallDoctorStripClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hall_doctor_strip_dispose;
  signals[CHOSEN] = g_signal_new ("chosen", HALL_TYPE_DOCTOR_STRIP, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/certhall/ui/hall-doctor-strip.ui");
  gtk_widget_class_bind_template_child (widget_class, HallDoctorStrip, list);
  gtk_widget_class_bind_template_child (widget_class, HallDoctorStrip, up_button);
  gtk_widget_class_bind_template_child (widget_class, HallDoctorStrip, down_button);
  gtk_widget_class_bind_template_child (widget_class, HallDoctorStrip, remove_button);
  gtk_widget_class_bind_template_callback (widget_class, on_row_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_up_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_down_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_remove_clicked_cb);
}

static void
hall_doctor_strip_init (HallDoctorStrip *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
hall_doctor_strip_new (HallDoctorWork *work)
{
  HallDoctorStrip *self = g_object_new (HALL_TYPE_DOCTOR_STRIP, NULL);

  self->work = g_object_ref (work);
  g_signal_connect_object (work, "pages-changed", G_CALLBACK (show_pages), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (work, "after-changed", G_CALLBACK (show_pages), self, G_CONNECT_SWAPPED);
  show_pages (self);
  return GTK_WIDGET (self);
}

guint
hall_doctor_strip_get_chosen (HallDoctorStrip *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  return row != NULL ? (guint) gtk_list_box_row_get_index (row) : 0;
}
