/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-doctor-work.h"

#define SETTLE_MS 400 /* after the last change, before a document is made of it */

struct _HallDoctorWork
{
  GObject parent_instance;

  const HallRequirement *requirement;
  GPtrArray *pages;          /* (element-type HallDoctorPage) */
  GCancellable *cancellable; /* of everything */
  HallDoctorPage *opening;   /* (nullable): one at a time */
  HallDoctorPage *applying;  /* (nullable): one at a time */
  gboolean card;             /* if it can be one */
  gboolean agreed;
  gboolean touched;

  guint settle_source;
  GCancellable *making; /* (nullable) */
  gint *progress;       /* (nullable): of what is being made, a reference */
  HallFitDocument *result;
  GError *error; /* (nullable) */
};

G_DEFINE_FINAL_TYPE (HallDoctorWork, hall_doctor_work, G_TYPE_OBJECT)

enum
{
  PAGES_CHANGED,
  AFTER_CHANGED,
  RESULT_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void open_next (HallDoctorWork *self);
static void apply_next (HallDoctorWork *self);

static HallDoctorPage *
page_new (GBytes *bytes, const char *name, guint index)
{
  HallDoctorPage *page = g_rc_box_new0 (HallDoctorPage);

  page->file = hall_doctor_file_new (bytes, name);
  page->index = index;
  return page;
}

static void
page_clear (gpointer data)
{
  HallDoctorPage *page = data;

  hall_doctor_file_free (page->file);
  g_clear_pointer (&page->opened, hall_fit_page_free);
  g_clear_object (&page->after);
  g_free (page->problem);
}

static void
page_unref (gpointer page)
{
  g_rc_box_release_full (page, page_clear);
}

static gboolean
has_page (HallDoctorWork *self, const HallDoctorPage *page)
{
  return g_ptr_array_find (self->pages, page, NULL);
}

static HallDoctorPage *
get_page (HallDoctorWork *self, guint page)
{
  return g_ptr_array_index (self->pages, page);
}

/* What an answer is for: the page may have been removed meanwhile. */
typedef struct
{
  HallDoctorWork *self; /* a reference */
  HallDoctorPage *page; /* a reference */
} Asked;

static Asked *
asked_new (HallDoctorWork *self, HallDoctorPage *page)
{
  Asked *asked = g_new0 (Asked, 1);

  asked->self = g_object_ref (self);
  asked->page = g_rc_box_acquire (page);
  return asked;
}

static void
asked_free (Asked *asked)
{
  page_unref (asked->page);
  g_object_unref (asked->self);
  g_free (asked);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Asked, asked_free)

static void
forget_result (HallDoctorWork *self)
{
  if (self->making != NULL)
    g_cancellable_cancel (self->making);
  g_clear_object (&self->making);
  g_clear_pointer (&self->progress, g_atomic_rc_box_release);
  g_clear_pointer (&self->result, hall_fit_document_free);
  g_clear_error (&self->error);
  g_clear_handle_id (&self->settle_source, g_source_remove);
}

static void
on_made_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HallDoctorWork) self = user_data;
  g_autoptr (GError) error = NULL;
  HallFitDocument *document = hall_doctor_make_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  forget_result (self);
  self->result = document;
  self->error = g_steal_pointer (&error);
  g_signal_emit (self, signals[RESULT_CHANGED], 0);
}

/* (nullable): NULL while a page is missing. */
static HallFitWish *
build_wish (HallDoctorWork *self)
{
  g_autoptr (HallFitWish) wish = hall_fit_wish_new (self->requirement);

  wish->layout = hall_doctor_work_is_card (self) ? HALL_FIT_ID_CARD : HALL_FIT_AUTO;
  wish->agreed = self->agreed;
  for (guint i = 0; i < self->pages->len; i++)
    {
      HallDoctorPage *page = get_page (self, i);

      if (page->opened == NULL)
        return NULL;
      hall_fit_wish_add (wish, page->file->bytes, page->index, &page->recipe);
    }
  return self->pages->len > 0 ? g_steal_pointer (&wish) : NULL;
}

void
hall_doctor_work_make (HallDoctorWork *self)
{
  HallFitWish *wish;

  g_return_if_fail (HALL_IS_DOCTOR_WORK (self));

  forget_result (self);
  wish = build_wish (self);
  if (wish != NULL)
    {
      self->making = g_cancellable_new ();
      self->progress = g_atomic_rc_box_new0 (gint);
      hall_doctor_make_async (wish, g_atomic_rc_box_acquire (self->progress), self->making,
                              on_made_cb, g_object_ref (self));
    }
  g_signal_emit (self, signals[RESULT_CHANGED], 0);
}

static gboolean
on_settled_cb (gpointer user_data)
{
  HallDoctorWork *self = user_data;

  self->settle_source = 0;
  hall_doctor_work_make (self);
  return G_SOURCE_REMOVE;
}

static void
make_soon (HallDoctorWork *self)
{
  forget_result (self);
  if (!g_cancellable_is_cancelled (self->cancellable) && self->pages->len > 0
      && !hall_doctor_work_is_opening (self) && !hall_doctor_work_has_problem (self))
    self->settle_source = g_timeout_add (SETTLE_MS, on_settled_cb, self);
  g_signal_emit (self, signals[RESULT_CHANGED], 0);
}

static void
on_applied_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Asked) asked = user_data;
  HallDoctorWork *self = asked->self;
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkPixbuf) after = hall_doctor_apply_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  self->applying = NULL;
  if (has_page (self, asked->page))
    {
      g_set_object (&asked->page->after, after);
      g_signal_emit (self, signals[AFTER_CHANGED], 0);
    }
  apply_next (self);
}

static void
apply_next (HallDoctorWork *self)
{
  for (guint i = 0; i < self->pages->len && self->applying == NULL; i++)
    {
      HallDoctorPage *page = get_page (self, i);

      if (!page->after_is_due || page->opened == NULL)
        continue;
      page->after_is_due = FALSE;
      self->applying = page;
      hall_doctor_apply_async (page->opened->preview, &page->recipe, self->cancellable,
                               on_applied_cb, asked_new (self, page));
    }
}

/* The other pages of the file, behind its first. */
static void
add_further_pages (HallDoctorWork *self, HallDoctorPage *first)
{
  guint at;

  if (first->index != 0 || !g_ptr_array_find (self->pages, first, &at))
    return;
  for (guint i = 1; i < first->opened->n_pages && self->pages->len < HALL_FIT_MAX_INPUTS; i++)
    g_ptr_array_insert (self->pages, (int) (at + i),
                        page_new (first->file->bytes, first->file->name, i));
  if (first->opened->n_pages > 1)
    self->card = FALSE; /* a document already, not the two sides of something */
}

static void
on_opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Asked) asked = user_data;
  HallDoctorWork *self = asked->self;
  g_autoptr (GError) error = NULL;
  g_autoptr (HallFitPage) opened = hall_doctor_open_finish (result, &error);
  HallDoctorPage *page = asked->page;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  self->opening = NULL;
  if (has_page (self, page))
    {
      page->problem = error != NULL ? hall_doctor_describe (error) : NULL;
      page->opened = g_steal_pointer (&opened);
      if (page->opened != NULL)
        {
          page->recipe = page->opened->recipe;
          page->after_is_due = TRUE;
          add_further_pages (self, page);
        }
      g_signal_emit (self, signals[PAGES_CHANGED], 0);
    }
  open_next (self);
  apply_next (self);
  make_soon (self);
}

static void
open_next (HallDoctorWork *self)
{
  for (guint i = 0; i < self->pages->len && self->opening == NULL; i++)
    {
      HallDoctorPage *page = get_page (self, i);

      if (page->opened != NULL || page->problem != NULL)
        continue;
      self->opening = page;
      hall_doctor_open_async (page->file->bytes, page->index, self->cancellable, on_opened_cb,
                              asked_new (self, page));
    }
}

static void
hall_doctor_work_dispose (GObject *object)
{
  hall_doctor_work_close (HALL_DOCTOR_WORK (object));
  G_OBJECT_CLASS (hall_doctor_work_parent_class)->dispose (object);
}

static void
hall_doctor_work_finalize (GObject *object)
{
  HallDoctorWork *self = HALL_DOCTOR_WORK (object);

  g_ptr_array_unref (self->pages);
  g_object_unref (self->cancellable);
  G_OBJECT_CLASS (hall_doctor_work_parent_class)->finalize (object);
}

static guint
add_signal (const char *name)
{
  return g_signal_new (name, HALL_TYPE_DOCTOR_WORK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                       G_TYPE_NONE, 0);
}

static void
hall_doctor_work_class_init (HallDoctorWorkClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hall_doctor_work_dispose;
  G_OBJECT_CLASS (klass)->finalize = hall_doctor_work_finalize;
  signals[PAGES_CHANGED] = add_signal ("pages-changed");
  signals[AFTER_CHANGED] = add_signal ("after-changed");
  signals[RESULT_CHANGED] = add_signal ("result-changed");
}

static void
hall_doctor_work_init (HallDoctorWork *self)
{
  self->pages = g_ptr_array_new_with_free_func (page_unref);
  self->cancellable = g_cancellable_new ();
}

HallDoctorWork *
hall_doctor_work_new (const HallRequirement *requirement)
{
  HallDoctorWork *self = g_object_new (HALL_TYPE_DOCTOR_WORK, NULL);

  self->requirement = requirement;
  self->card = TRUE;
  return self;
}

const HallRequirement *
hall_doctor_work_get_requirement (HallDoctorWork *self)
{
  return self->requirement;
}

void
hall_doctor_work_add (HallDoctorWork *self, GBytes *bytes, const char *name)
{
  g_return_if_fail (HALL_IS_DOCTOR_WORK (self));

  if (self->pages->len >= HALL_FIT_MAX_INPUTS)
    return;
  if (self->pages->len > 0)
    self->touched = TRUE;
  g_ptr_array_add (self->pages, page_new (bytes, name, 0));
  g_signal_emit (self, signals[PAGES_CHANGED], 0);
  open_next (self);
  make_soon (self);
}

guint
hall_doctor_work_get_n_pages (HallDoctorWork *self)
{
  return self->pages->len;
}

const HallDoctorPage *
hall_doctor_work_get_page (HallDoctorWork *self, guint page)
{
  g_return_val_if_fail (page < self->pages->len, NULL);

  return get_page (self, page);
}

gboolean
hall_doctor_work_is_opening (HallDoctorWork *self)
{
  return self->opening != NULL;
}

void
hall_doctor_work_set_recipe (HallDoctorWork *self, guint page, const HallFitRecipe *recipe)
{
  g_return_if_fail (page < self->pages->len);

  get_page (self, page)->recipe = *recipe;
  get_page (self, page)->after_is_due = TRUE;
  self->touched = TRUE;
  apply_next (self);
  g_signal_emit (self, signals[PAGES_CHANGED], 0);
  make_soon (self);
}

void
hall_doctor_work_move (HallDoctorWork *self, guint page, int by)
{
  guint to = page + (guint) by;

  if (page >= self->pages->len || to >= self->pages->len)
    return;
  g_ptr_array_insert (self->pages, (int) to, g_ptr_array_steal_index (self->pages, page));
  self->touched = TRUE;
  g_signal_emit (self, signals[PAGES_CHANGED], 0);
  make_soon (self);
}

void
hall_doctor_work_remove (HallDoctorWork *self, guint page)
{
  g_return_if_fail (page < self->pages->len);

  g_ptr_array_remove_index (self->pages, page);
  self->touched = TRUE;
  g_signal_emit (self, signals[PAGES_CHANGED], 0);
  make_soon (self);
}

void
hall_doctor_work_set_card (HallDoctorWork *self, gboolean card)
{
  if (self->card == card)
    return;
  self->card = card;
  self->touched = TRUE;
  make_soon (self);
}

gboolean
hall_doctor_work_can_be_card (HallDoctorWork *self)
{
  return self->pages->len == 2 && self->requirement != NULL
         && self->requirement->kind == HALL_DOCUMENT_SUBJECT_ID;
}

gboolean
hall_doctor_work_is_card (HallDoctorWork *self)
{
  return self->card && hall_doctor_work_can_be_card (self);
}

void
hall_doctor_work_agree (HallDoctorWork *self)
{
  self->agreed = TRUE;
  make_soon (self);
}

gboolean
hall_doctor_work_has_problem (HallDoctorWork *self)
{
  for (guint i = 0; i < self->pages->len; i++)
    if (get_page (self, i)->problem != NULL)
      return TRUE;
  return FALSE;
}

gboolean
hall_doctor_work_was_touched (HallDoctorWork *self)
{
  return self->touched;
}

const HallFitDocument *
hall_doctor_work_get_result (HallDoctorWork *self)
{
  return self->result;
}

char *
hall_doctor_work_build_name (HallDoctorWork *self)
{
  const char *name = self->pages->len > 0 ? get_page (self, 0)->file->name : "";

  return hall_doctor_build_name (name,
                                 self->result != NULL ? self->result->media_type : HALL_MEDIA_PDF);
}

const GError *
hall_doctor_work_get_error (HallDoctorWork *self)
{
  return self->error;
}

gboolean
hall_doctor_work_is_making (HallDoctorWork *self, double *fraction)
{
  *fraction = self->progress != NULL ? g_atomic_int_get (self->progress) / 100.0 : 0;
  return self->making != NULL || self->settle_source != 0;
}

void
hall_doctor_work_stop (HallDoctorWork *self)
{
  forget_result (self);
  g_signal_emit (self, signals[RESULT_CHANGED], 0);
}

void
hall_doctor_work_close (HallDoctorWork *self)
{
  g_cancellable_cancel (self->cancellable);
  forget_result (self);
}
