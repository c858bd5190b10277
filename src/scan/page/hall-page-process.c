/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-page-process.h"

#include <string.h>

#include "hall-child-watch.h"
#include "hall-decoder.h"
#include "hall-error.h"
#include "hall-page-memory.h"

#define MAX_LINE   256
#define THOUSANDTH 1000.0
#define MAX_SIDE   32767 /* of a cairo surface */

/* The helper's own limit is 4 s of the processor; one that sleeps does not come to it. */
#define MAX_SECONDS 20

/* Four bytes for a character are the most. */
#define MAX_TEXT_BYTES (4 * HALL_PAGE_MAX_CHARACTERS)

struct _HallPageProcess
{
  GBytes *bytes;
  HallPageMemory *memory; /* (nullable): what the helper draws into */
  HallChildWatch *watch;
  guint max_seconds;     /* of a clock on the wall, for an answer */
  GMutex lock;           /* of @child, between the worker and who interrupts it */
  GSubprocess *child;    /* (nullable) */
  GDataInputStream *out; /* (nullable): what it says */
};

HallPageProcess *
hall_page_process_new (GBytes *bytes)
{
  HallPageProcess *self = g_new0 (HallPageProcess, 1);

  self->bytes = g_bytes_ref (bytes);
  self->memory = hall_page_memory_new ();
  self->watch = hall_child_watch_new ();
  self->max_seconds = MAX_SECONDS;
  g_mutex_init (&self->lock);
  return self;
}

static void
stop (HallPageProcess *self)
{
  g_autoptr (GSubprocess) child = NULL;

  g_mutex_lock (&self->lock);
  child = g_steal_pointer (&self->child);
  g_mutex_unlock (&self->lock);
  g_clear_object (&self->out);
  if (child == NULL)
    return;
  g_subprocess_force_exit (child);
  g_subprocess_wait (child, NULL, NULL);
}

void
hall_page_process_free (HallPageProcess *self)
{
  stop (self);
  hall_child_watch_free (self->watch);
  g_bytes_unref (self->bytes);
  g_clear_pointer (&self->memory, hall_page_memory_free);
  g_mutex_clear (&self->lock);
  g_free (self);
}

void
hall_page_process_set_max_seconds (HallPageProcess *self, guint max_seconds)
{
  self->max_seconds = max_seconds;
}

void
hall_page_process_interrupt (HallPageProcess *self)
{
  g_autoptr (GSubprocess) child = NULL;

  g_mutex_lock (&self->lock);
  g_set_object (&child, self->child);
  g_mutex_unlock (&self->lock);
  if (child != NULL)
    g_subprocess_force_exit (child);
}

/* The helper said nothing that makes sense: it was ended, or taken over by what it looks at. */
static void
fail (HallPageProcess *self, GError **error, const char *why)
{
  g_set_error (error, HALL_ERROR, HALL_ERROR_INVALID, "this page cannot be shown: %s", why);
  stop (self);
}

static gboolean
say (HallPageProcess *self, const void *data, gsize size)
{
  return g_output_stream_write_all (g_subprocess_get_stdin_pipe (self->child), data, size, NULL,
                                    NULL, NULL);
}

/* Returns: (transfer full) (nullable): NULL if there is none, or one that no honest helper says */
static char *
hear_line (HallPageProcess *self)
{
  g_autoptr (GString) line = g_string_new (NULL);

  while (line->len < MAX_LINE)
    {
      g_autoptr (GError) error = NULL;
      char byte = (char) g_data_input_stream_read_byte (self->out, NULL, &error);

      if (error != NULL)
        return NULL;
      if (byte == '\n')
        return g_utf8_validate (line->str, (gssize) line->len, NULL)
                   ? g_string_free (g_steal_pointer (&line), FALSE)
                   : NULL;
      g_string_append_c (line, byte);
    }
  return NULL;
}

static gboolean
hear_bytes (HallPageProcess *self, guint8 *data, gsize size)
{
  gsize n_read = 0;

  return size == 0
         || (g_input_stream_read_all (G_INPUT_STREAM (self->out), data, size, &n_read, NULL, NULL)
             && n_read == size);
}

/* What comes after @word in the next line. Returns: (transfer full) (nullable) */
static char *
hear_answer (HallPageProcess *self, const char *word, GError **error)
{
  g_autofree char *line = hear_line (self);

  if (line != NULL && g_str_has_prefix (line, "failed "))
    g_set_error_literal (error, HALL_ERROR, HALL_ERROR_INVALID, line + strlen ("failed "));
  else if (line != NULL && g_str_has_prefix (line, word))
    return g_strdup (line + strlen (word));
  else
    fail (self, error, "it takes too much time or memory");
  return NULL;
}

/* Two numbers, of which each is at least 1 and at most @max. */
static gboolean
read_pair (HallPageProcess *self, const char *text, double max, double pair[2], GError **error)
{
  char *end;

  pair[0] = g_ascii_strtod (text, &end);
  pair[1] = g_ascii_strtod (end, NULL);
  if (pair[0] >= 1 && pair[0] <= max && pair[1] >= 1 && pair[1] <= max)
    return TRUE;
  fail (self, error, "it makes no sense");
  return FALSE;
}

static gboolean
hear_pair (HallPageProcess *self, double max, double pair[2], GError **error)
{
  g_autofree char *text = hear_answer (self, "", error);

  return text != NULL && read_pair (self, text, max, pair, error);
}

static GArray *
hear_sizes (HallPageProcess *self, GError **error)
{
  g_autoptr (GArray) sizes = g_array_new (FALSE, FALSE, sizeof (HallPageSize));
  g_autofree char *text = hear_answer (self, "pages ", error);
  guint64 n_pages = 0;

  if (text == NULL)
    return NULL;
  if (!g_ascii_string_to_unsigned (text, 10, 1, HALL_PAGE_MAX_PAGES, &n_pages, NULL))
    {
      fail (self, error, "it has no pages");
      return NULL;
    }
  for (guint64 i = 0; i < n_pages; i++)
    {
      double pair[2];
      HallPageSize size;

      if (!hear_pair (self, HALL_PAGE_MAX_SIDE_PT * THOUSANDTH, pair, error))
        return NULL;
      size.width_pt = pair[0] / THOUSANDTH;
      size.height_pt = pair[1] / THOUSANDTH;
      g_array_append_val (sizes, size);
    }
  return g_steal_pointer (&sizes);
}

static gboolean
start (HallPageProcess *self, GError **error)
{
  const char *arguments[] = { "pages", self->memory != NULL ? "shared" : NULL, NULL };
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_NONE);
  GSubprocess *child;

  if (self->memory != NULL)
    hall_page_memory_give (self->memory, launcher);
  child = hall_decoder_start_with (launcher, arguments, error);
  if (child == NULL)
    return FALSE;
  g_mutex_lock (&self->lock);
  self->child = child;
  g_mutex_unlock (&self->lock);
  self->out = g_data_input_stream_new (g_subprocess_get_stdout_pipe (child));
  return TRUE;
}

GArray *
hall_page_process_measure (HallPageProcess *self, GError **error)
{
  g_autofree char *length =
      g_strdup_printf ("%" G_GSIZE_FORMAT "\n", g_bytes_get_size (self->bytes));
  gsize size;
  const void *data = g_bytes_get_data (self->bytes, &size);
  GArray *sizes = NULL;

  stop (self);
  if (!start (self, error))
    return NULL;
  hall_child_watch_begin (self->watch, self->child, self->max_seconds);
  if (say (self, length, strlen (length)) && say (self, data, size))
    sizes = hear_sizes (self, error);
  else
    fail (self, error, "it takes too much time or memory");
  hall_child_watch_end (self->watch);
  return sizes;
}

/* (nullable): what comes through the pipe. Of memory that nobody clears, for all of it is written.
 */
static cairo_surface_t *
hear_rows (HallPageProcess *self, int width, int height)
{
  static const cairo_user_data_key_t key;
  int stride = cairo_format_stride_for_width (CAIRO_FORMAT_RGB24, width);
  gsize size = (gsize) stride * (gsize) height;
  guint8 *data = g_malloc (size);
  cairo_surface_t *surface;

  if (!hear_bytes (self, data, size))
    {
      g_free (data);
      return NULL;
    }
  surface = cairo_image_surface_create_for_data (data, CAIRO_FORMAT_RGB24, width, height, stride);
  cairo_surface_set_user_data (surface, &key, data, g_free);
  return surface;
}

static cairo_surface_t *
hear_picture (HallPageProcess *self, GError **error)
{
  g_autofree char *text = hear_answer (self, "picture ", error);
  gboolean shared = text != NULL && g_str_has_prefix (text, "shared ");
  char *rest = text;
  guint64 slot = 0;
  cairo_surface_t *surface = NULL;
  double pair[2];

  if (shared)
    slot = g_ascii_strtoull (text + strlen ("shared "), &rest, 10);
  if (text == NULL || !read_pair (self, rest, MAX_SIDE, pair, error))
    return NULL;
  if (pair[0] * pair[1] > 2 * HALL_PAGE_MAX_PIXELS)
    {
      fail (self, error, "it is too large");
      return NULL;
    }
  if (!shared)
    surface = hear_rows (self, (int) pair[0], (int) pair[1]);
  else if (self->memory != NULL && slot < HALL_PAGE_MEMORY_SLOTS)
    surface = hall_page_memory_take (self->memory, (guint) slot, (int) pair[0], (int) pair[1]);
  if (surface == NULL)
    fail (self, error, "it takes too much time or memory");
  return surface;
}

static HallPageText *
hear_text (HallPageProcess *self, GError **error)
{
  g_autofree char *numbers = hear_answer (self, "text ", error);
  g_autoptr (GArray) boxes = g_array_new (FALSE, FALSE, sizeof (HallPageBox));
  g_autofree char *text = NULL;
  HallPageText *read = NULL;
  guint64 n_bytes, n_boxes;
  char *end;

  if (numbers == NULL)
    return NULL;
  n_bytes = g_ascii_strtoull (numbers, &end, 10);
  n_boxes = g_ascii_strtoull (end, NULL, 10);
  if (n_bytes <= MAX_TEXT_BYTES && n_boxes <= HALL_PAGE_MAX_CHARACTERS)
    {
      text = g_malloc0 (n_bytes + 1);
      g_array_set_size (boxes, (guint) n_boxes);
      if (hear_bytes (self, (guint8 *) text, n_bytes)
          && hear_bytes (self, (guint8 *) boxes->data, n_boxes * sizeof (HallPageBox)))
        read = hall_page_text_new (g_steal_pointer (&text), g_steal_pointer (&boxes));
    }
  if (read == NULL)
    fail (self, error, "its text makes no sense");
  return read;
}

/* Asks @line of a helper that has the document open. Its answer has so long from now on. */
static gboolean
ask (HallPageProcess *self, const char *line, GError **error)
{
  if (self->child == NULL)
    {
      g_autoptr (GArray) sizes = hall_page_process_measure (self, error);

      if (sizes == NULL)
        return FALSE;
    }
  hall_child_watch_begin (self->watch, self->child, self->max_seconds);
  if (say (self, line, strlen (line)))
    return TRUE;
  fail (self, error, "it takes too much time or memory");
  return FALSE;
}

cairo_surface_t *
hall_page_process_draw (HallPageProcess *self, const HallPageWish *wish, GError **error)
{
  guint slot = self->memory != NULL ? hall_page_memory_find_slot (self->memory) : 0;
  double scale = wish->scale > 0 ? CLAMP (wish->scale, 0.001, 1000) : 0;
  g_autofree char *line =
      g_strdup_printf ("draw %u %u %.0f %u\n", wish->page, wish->turns, scale * THOUSANDTH, slot);
  cairo_surface_t *surface = ask (self, line, error) ? hear_picture (self, error) : NULL;

  hall_child_watch_end (self->watch);
  return surface;
}

HallPageText *
hall_page_process_read (HallPageProcess *self, guint page, GError **error)
{
  g_autofree char *line = g_strdup_printf ("read %u\n", page);
  HallPageText *text = ask (self, line, error) ? hear_text (self, error) : NULL;

  hall_child_watch_end (self->watch);
  return text;
}
