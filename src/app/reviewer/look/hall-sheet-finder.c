/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-sheet-finder.h"

#include "hall-look-process.h"

#define MAX_PAGES 32

/* One scan being looked through. The worker reads it, and writes nothing but what it returns. */
typedef struct
{
  GBytes *scan; /* (nullable): on its way */
  HallCatalog *catalog;
  HallApplication *application; /* (nullable): what was printed is not known */
  char *number;
  char *hash;
  guint revision;
  gboolean practice;
  HallPrintedSheet *sheet; /* (nullable) */
} Search;

struct _HallSheetFinder
{
  GObject parent_instance;

  char *version;  /* (nullable): of the scan */
  Search *search; /* (nullable): until its worker has it */
  guint start_source;
  GCancellable *cancellable; /* (nullable): of the worker */
  HallPrintedSheet *sheet;   /* (nullable) */
  GArray *spots;             /* (nullable) (element-type HallSheetSpot) */
};

G_DEFINE_FINAL_TYPE (HallSheetFinder, hall_sheet_finder, G_TYPE_OBJECT)

enum
{
  FOUND,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
search_free (gpointer data)
{
  Search *self = data;

  g_clear_pointer (&self->scan, g_bytes_unref);
  hall_catalog_unref (self->catalog);
  g_clear_pointer (&self->application, hall_application_free);
  g_free (self->number);
  g_free (self->hash);
  g_clear_pointer (&self->sheet, hall_printed_sheet_unref);
  g_free (self);
}

static Search *
search_new (const HallCatalog *catalog, const HallOrder *order)
{
  Search *self = g_new0 (Search, 1);

  self->catalog = hall_catalog_ref ((HallCatalog *) catalog);
  self->number = g_strdup (order->number);
  self->hash = g_strdup (order->printed_hash);
  self->revision = order->revision;
  self->practice = order->practice;
  if (order->application != NULL && order->printed_hash != NULL && !order->changed_since_confirmed)
    self->application = hall_application_copy (order->application);
  return self;
}

/* In the main thread: text must not be drawn beside the window's own. */
static void
print (Search *self)
{
  HallSheetInfo info = { .order = self->number,
                         .revision = self->revision,
                         .sha256 = self->hash,
                         .practice = self->practice };
  g_autoptr (GError) error = NULL;

  if (self->application == NULL)
    return;
  self->sheet = hall_printed_sheet_print (HALL_DOCUMENT_APPLICATION_FORM, self->catalog,
                                          self->application, &info, &error);
  if (self->sheet == NULL)
    g_message ("it is not known where the fields stand: %s", error->message);
}

/* Which printed page it is has to be found out only where there are several. */
static void
search_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Search *self = data;
  gsize size = 0;
  const guint8 *bytes = g_bytes_get_data (self->scan, &size);
  HallLookOptions options = {
    .media_type = hall_media_type_guess (bytes, size),
    .wants_code = TRUE,
    .max_pages = MAX_PAGES,
    .sheet = self->sheet != NULL && self->sheet->plan->n_pages > 1 ? self->sheet : NULL,
  };
  g_autoptr (GError) error = NULL;
  HallLook *look = hall_look_run (self->scan, &options, HALL_LOOK_MAX_SECONDS, cancellable, &error);

  if (look != NULL)
    g_task_return_pointer (task, look, (GDestroyNotify) hall_look_free);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
on_searched_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  HallSheetFinder *self = HALL_SHEET_FINDER (source);
  const Search *search = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autoptr (HallLook) look = g_task_propagate_pointer (G_TASK (result), &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->cancellable);
  if (look == NULL)
    {
      g_message ("the sheet is not found on its scan: %s", error->message);
      return;
    }
  self->spots = g_array_ref (look->spots);
  if (search->sheet != NULL)
    self->sheet = hall_printed_sheet_ref (search->sheet);
  g_signal_emit (self, signals[FOUND], 0);
}

/* Once everything that is to be seen has been drawn. */
static gboolean
on_start_due_cb (gpointer user_data)
{
  HallSheetFinder *self = user_data;
  g_autoptr (GTask) task = NULL;

  self->start_source = 0;
  print (self->search);
  self->cancellable = g_cancellable_new ();
  task = g_task_new (self, self->cancellable, on_searched_cb, NULL);
  g_task_set_source_tag (task, hall_sheet_finder_start);
  g_task_set_task_data (task, g_steal_pointer (&self->search), search_free);
  g_task_run_in_thread (task, search_thread);
  return G_SOURCE_REMOVE;
}

static void
hall_sheet_finder_dispose (GObject *object)
{
  hall_sheet_finder_forget (HALL_SHEET_FINDER (object));
  G_OBJECT_CLASS (hall_sheet_finder_parent_class)->dispose (object);
}

static void
hall_sheet_finder_class_init (HallSheetFinderClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hall_sheet_finder_dispose;
  signals[FOUND] = g_signal_new ("found", HALL_TYPE_SHEET_FINDER, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 0);
}

static void
hall_sheet_finder_init (HallSheetFinder *self)
{
}

HallSheetFinder *
hall_sheet_finder_new (void)
{
  return g_object_new (HALL_TYPE_SHEET_FINDER, NULL);
}

void
hall_sheet_finder_forget (HallSheetFinder *self)
{
  g_return_if_fail (HALL_IS_SHEET_FINDER (self));

  g_clear_handle_id (&self->start_source, g_source_remove);
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->search, search_free);
  g_clear_pointer (&self->version, g_free);
  g_clear_pointer (&self->sheet, hall_printed_sheet_unref);
  g_clear_pointer (&self->spots, g_array_unref);
}

void
hall_sheet_finder_start (HallSheetFinder *self,
                         const char *version,
                         const HallCatalog *catalog,
                         const HallOrder *order)
{
  g_return_if_fail (HALL_IS_SHEET_FINDER (self));

  if (g_strcmp0 (version, self->version) == 0)
    return;
  hall_sheet_finder_forget (self);
  self->version = g_strdup (version);
  self->search = search_new (catalog, order);
}

void
hall_sheet_finder_take_scan (HallSheetFinder *self, const char *version, GBytes *scan)
{
  g_return_if_fail (HALL_IS_SHEET_FINDER (self));

  if (self->search == NULL || self->search->scan != NULL || g_strcmp0 (version, self->version) != 0)
    return;
  self->search->scan = g_bytes_ref (scan);
  self->start_source = g_idle_add_full (G_PRIORITY_LOW, on_start_due_cb, self, NULL);
}

gboolean
hall_sheet_finder_find (HallSheetFinder *self, const char *field, HallPlace *place)
{
  const HallRegion *region;

  g_return_val_if_fail (HALL_IS_SHEET_FINDER (self), FALSE);

  if (self->spots == NULL || self->sheet == NULL)
    return FALSE;
  region = hall_sheet_plan_find (self->sheet->plan, HALL_REGION_FIELD, field);
  for (guint i = 0; region != NULL && i < self->spots->len; i++)
    {
      const HallSheetSpot *spot = &g_array_index (self->spots, HallSheetSpot, i);

      if (spot->sheet_page != region->page)
        continue;
      *place = hall_sheet_spot_place (spot, &region->box);
      return place->page > 0;
    }
  return FALSE;
}

GArray *
hall_sheet_finder_get_spots (HallSheetFinder *self, const char *version)
{
  g_return_val_if_fail (HALL_IS_SHEET_FINDER (self), NULL);

  return g_strcmp0 (version, self->version) == 0 ? self->spots : NULL;
}
