/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-doctor-door.h"

#include <math.h>

#include "hall-doctor-tasks.h"
#include "hall-doctor-window.h"

#define MIN_SKEW_DEG 0.7 /* less is not seen */

struct _HallDoctorDoor
{
  GObject parent_instance;

  GtkWidget *over; /* not owned */
  HallUpload *upload;
  GCancellable *cancellable; /* (nullable): of the file that is looked at */
  GPtrArray *chosen;         /* (nullable) (element-type GFile): being read */
  GPtrArray *files;          /* (nullable) (element-type HallDoctorFile): looked at */
};

G_DEFINE_FINAL_TYPE (HallDoctorDoor, hall_doctor_door, G_TYPE_OBJECT)

enum
{
  CHANGED,
  PROBLEM,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* What comes of it is shown by the upload's own state. */
static void
on_put_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  if (!hall_upload_put_finish (HALL_UPLOAD (source), result, &error))
    g_debug ("a document was not taken: %s", error->message);
}

static void
put (HallDoctorDoor *self, GBytes *bytes, const char *name)
{
  if (hall_upload_is_open (self->upload))
    hall_upload_put_bytes_async (self->upload, bytes, name, NULL, on_put_cb, NULL);
}

static void
on_done_cb (HallDoctorWindow *window, GBytes *bytes, const char *name, HallDoctorDoor *self)
{
  put (self, bytes, name);
}

static void
open_window (HallDoctorDoor *self, GPtrArray *files)
{
  GtkWidget *top = gtk_widget_get_toplevel (self->over);
  GtkWidget *window = hall_doctor_window_new (GTK_IS_WINDOW (top) ? GTK_WINDOW (top) : NULL,
                                              hall_upload_get_requirement (self->upload));

  g_signal_connect_object (window, "done", G_CALLBACK (on_done_cb), self, 0);
  for (guint i = 0; i < files->len; i++)
    {
      const HallDoctorFile *file = g_ptr_array_index (files, i);

      hall_doctor_window_add (HALL_DOCTOR_WINDOW (window), file->bytes, file->name);
    }
  gtk_window_present (GTK_WINDOW (window));
}

static void
end (HallDoctorDoor *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->chosen, g_ptr_array_unref);
  g_clear_pointer (&self->files, g_ptr_array_unref);
}

/* What a person would want to see mended before it is sent. */
static gboolean
is_to_be_mended (const HallFitPage *page)
{
  return page->has_gps || page->recipe.has_corners || page->recipe.turns != 0
         || fabs (page->recipe.skew_deg) >= MIN_SKEW_DEG;
}

static void
on_opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HallDoctorDoor) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (HallFitPage) page = hall_doctor_open_finish (result, &error);
  g_autoptr (GPtrArray) files = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  files = g_steal_pointer (&self->files);
  end (self);
  g_signal_emit (self, signals[CHANGED], 0);
  if (page != NULL && is_to_be_mended (page))
    open_window (self, files);
  else /* in order, or the look that follows says what is wrong */
    {
      const HallDoctorFile *file = g_ptr_array_index (files, 0);

      put (self, file->bytes, file->name);
    }
}

/* Whether its first bytes or its size say already that it cannot be taken as it is. */
static gboolean
wants_doctor (HallDoctorDoor *self, GPtrArray *files, HallFitFormat *format)
{
  const HallDoctorFile *file = g_ptr_array_index (files, 0);
  gsize size;
  const guint8 *data = g_bytes_get_data (file->bytes, &size);

  *format = hall_fit_format_guess (data, size);
  if (files->len > 1)
    return TRUE;
  return *format != HALL_FIT_UNKNOWN
         && ((*format != HALL_FIT_JPEG && *format != HALL_FIT_PDF)
             || size > hall_upload_get_requirement (self->upload)->max_bytes);
}

/* @files: (element-type HallDoctorFile) */
static void
look (HallDoctorDoor *self, GPtrArray *files)
{
  const HallDoctorFile *first = g_ptr_array_index (files, 0);
  HallFitFormat format;

  if (wants_doctor (self, files, &format))
    {
      end (self);
      open_window (self, files);
    }
  else if (format != HALL_FIT_JPEG)
    {
      end (self);
      put (self, first->bytes, first->name);
    }
  else
    {
      if (self->cancellable == NULL)
        self->cancellable = g_cancellable_new ();
      self->files = g_ptr_array_ref (files);
      hall_doctor_open_async (first->bytes, 0, self->cancellable, on_opened_cb,
                              g_object_ref (self));
    }
  g_signal_emit (self, signals[CHANGED], 0);
}

/* One file that cannot be read: the upload says why, as of any other. */
static void
report (HallDoctorDoor *self, GPtrArray *chosen, const GError *error)
{
  if (chosen->len == 1 && hall_upload_is_open (self->upload))
    hall_upload_put_file_async (self->upload, g_ptr_array_index (chosen, 0), NULL, on_put_cb, NULL);
  else
    g_signal_emit (self, signals[PROBLEM], 0, error->message);
}

static void
on_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HallDoctorDoor) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) files = hall_doctor_read_finish (result, &error);
  g_autoptr (GPtrArray) chosen = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  chosen = g_steal_pointer (&self->chosen);
  if (files != NULL)
    {
      look (self, files);
      return;
    }
  end (self);
  report (self, chosen, error);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
hall_doctor_door_dispose (GObject *object)
{
  HallDoctorDoor *self = HALL_DOCTOR_DOOR (object);

  end (self);
  g_clear_object (&self->upload);
  G_OBJECT_CLASS (hall_doctor_door_parent_class)->dispose (object);
}

static void
hall_doctor_door_class_init (HallDoctorDoorClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hall_doctor_door_dispose;
  signals[CHANGED] = g_signal_new ("changed", HALL_TYPE_DOCTOR_DOOR, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  signals[PROBLEM] = g_signal_new ("problem", HALL_TYPE_DOCTOR_DOOR, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
hall_doctor_door_init (HallDoctorDoor *self)
{
}

HallDoctorDoor *
hall_doctor_door_new (GtkWidget *over, HallUpload *upload)
{
  HallDoctorDoor *self = g_object_new (HALL_TYPE_DOCTOR_DOOR, NULL);

  self->over = over;
  self->upload = g_object_ref (upload);
  return self;
}

void
hall_doctor_door_offer_files (HallDoctorDoor *self, GPtrArray *files)
{
  g_return_if_fail (HALL_IS_DOCTOR_DOOR (self));

  end (self);
  self->cancellable = g_cancellable_new ();
  self->chosen = g_ptr_array_ref (files);
  hall_doctor_read_async (files, self->cancellable, on_read_cb, g_object_ref (self));
  g_signal_emit (self, signals[CHANGED], 0);
}

void
hall_doctor_door_offer_pages (HallDoctorDoor *self, GPtrArray *pages, const char *name)
{
  g_autoptr (GPtrArray) files =
      g_ptr_array_new_with_free_func ((GDestroyNotify) hall_doctor_file_free);

  g_return_if_fail (HALL_IS_DOCTOR_DOOR (self) && pages->len > 0);

  end (self);
  for (guint i = 0; i < pages->len; i++)
    g_ptr_array_add (files, hall_doctor_file_new (g_ptr_array_index (pages, i), name));
  look (self, files);
}

void
hall_doctor_door_improve (HallDoctorDoor *self, GBytes *bytes, const char *name)
{
  g_autoptr (GPtrArray) files =
      g_ptr_array_new_with_free_func ((GDestroyNotify) hall_doctor_file_free);

  g_return_if_fail (HALL_IS_DOCTOR_DOOR (self));

  g_ptr_array_add (files, hall_doctor_file_new (bytes, name));
  open_window (self, files);
}

gboolean
hall_doctor_door_is_busy (HallDoctorDoor *self)
{
  g_return_val_if_fail (HALL_IS_DOCTOR_DOOR (self), FALSE);

  return self->cancellable != NULL;
}

void
hall_doctor_door_stop (HallDoctorDoor *self)
{
  g_return_if_fail (HALL_IS_DOCTOR_DOOR (self));

  end (self);
  g_signal_emit (self, signals[CHANGED], 0);
}
