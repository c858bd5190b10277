/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The text on the pages of a document: selecting and searching.
 */
#include "hall-page-words.h"

#include <math.h>
#include <string.h>

#define MAX_MATCHES 2000
#define SHADE       0.35

/* A character of a page. */
typedef struct
{
  guint page; /* from 0 */
  guint offset;
} Position;

typedef struct
{
  Position from;
  guint length;
} Match;

struct _HallPageWords
{
  GObject parent_instance;

  HallPageSource *source; /* (nullable) */
  GPtrArray *texts;       /* (element-type HallPageText) (nullable elements) */
  GArray *asked;          /* (element-type gboolean) */
  GCancellable *cancellable;

  gboolean selecting; /* something is selected */
  Position anchor, cursor;

  char *wanted;    /* "": nothing is searched */
  GArray *matches; /* (element-type Match), by place */
  guint current;   /* from 0 */
};

G_DEFINE_FINAL_TYPE (HallPageWords, hall_page_words, G_TYPE_OBJECT)

enum
{
  CHANGED,
  TEXT_READY,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* One page's text is on its way. */
typedef struct
{
  HallPageWords *words; /* a reference */
  guint page;
} Reading;

static void
tell_changed (HallPageWords *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

/* Letters of one size, without blanks. @offsets: (out): where each stood */
static gunichar *
fold (const char *text, GArray *offsets, guint *length)
{
  gunichar *folded = g_new (gunichar, g_utf8_strlen (text, -1) + 1);
  guint offset = 0;

  *length = 0;
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at), offset++)
    {
      gunichar character = g_utf8_get_char (at);

      if (g_unichar_isspace (character))
        continue;
      folded[(*length)++] = g_unichar_tolower (character);
      if (offsets != NULL)
        g_array_append_val (offsets, offset);
    }
  return folded;
}

static void
search_page (HallPageWords *self, guint page)
{
  const HallPageText *text = hall_page_words_get_text (self, page);
  g_autoptr (GArray) offsets = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree gunichar *wanted = NULL;
  g_autofree gunichar *written = NULL;
  guint n_wanted, n_written;

  if (text == NULL)
    return;
  wanted = fold (self->wanted, NULL, &n_wanted);
  written = fold (text->text, offsets, &n_written);
  for (guint i = 0; n_wanted > 0 && i + n_wanted <= n_written; i++)
    if (memcmp (written + i, wanted, n_wanted * sizeof (gunichar)) == 0
        && self->matches->len < MAX_MATCHES)
      {
        guint from = g_array_index (offsets, guint, i);
        guint to = g_array_index (offsets, guint, i + n_wanted - 1);
        Match match = { { page, from }, to + 1 - from };

        g_array_append_val (self->matches, match);
        i += n_wanted - 1;
      }
}

static void
search_all (HallPageWords *self)
{
  g_array_set_size (self->matches, 0);
  if (*self->wanted != '\0')
    for (guint i = 0; i < self->texts->len; i++)
      search_page (self, i);
  if (self->current >= self->matches->len)
    self->current = 0;
}

/* The next page whose text is missing while something is searched. */
static void
want_next (HallPageWords *self)
{
  for (guint i = 0; *self->wanted != '\0' && i < self->texts->len; i++)
    if (!g_array_index (self->asked, gboolean, i))
      {
        hall_page_words_want (self, i);
        return;
      }
}

static void
on_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Reading *reading = user_data;
  g_autoptr (HallPageWords) self = reading->words;
  g_autoptr (GError) error = NULL;
  HallPageText *text = hall_page_source_read_finish (HALL_PAGE_SOURCE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (error != NULL)
    g_debug ("no text of page %u: %s", reading->page + 1, error->message);
  self->texts->pdata[reading->page] = text;
  if (*self->wanted != '\0')
    {
      search_all (self);
      tell_changed (self);
    }
  g_signal_emit (self, signals[TEXT_READY], 0, reading->page);
  if (error == NULL)
    want_next (self);
}

static void
text_free (gpointer text)
{
  if (text != NULL)
    hall_page_text_free (text);
}

static void
hall_page_words_dispose (GObject *object)
{
  HallPageWords *self = HALL_PAGE_WORDS (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->source);
  G_OBJECT_CLASS (hall_page_words_parent_class)->dispose (object);
}

static void
hall_page_words_finalize (GObject *object)
{
  HallPageWords *self = HALL_PAGE_WORDS (object);

  g_object_unref (self->cancellable);
  g_ptr_array_unref (self->texts);
  g_array_unref (self->asked);
  g_array_unref (self->matches);
  g_free (self->wanted);
  G_OBJECT_CLASS (hall_page_words_parent_class)->finalize (object);
}

static void
hall_page_words_class_init (HallPageWordsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = hall_page_words_dispose;
  object_class->finalize = hall_page_words_finalize;
  signals[CHANGED] = g_signal_new ("changed", HALL_TYPE_PAGE_WORDS, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  signals[TEXT_READY] = g_signal_new ("text-ready", HALL_TYPE_PAGE_WORDS, G_SIGNAL_RUN_LAST, 0,
                                      NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
hall_page_words_init (HallPageWords *self)
{
  self->texts = g_ptr_array_new_with_free_func (text_free);
  self->asked = g_array_new (FALSE, TRUE, sizeof (gboolean));
  self->matches = g_array_new (FALSE, FALSE, sizeof (Match));
  self->cancellable = g_cancellable_new ();
  self->wanted = g_strdup ("");
}

HallPageWords *
hall_page_words_new (void)
{
  return g_object_new (HALL_TYPE_PAGE_WORDS, NULL);
}

void
hall_page_words_set_source (HallPageWords *self, HallPageSource *source)
{
  guint n_pages = source != NULL ? hall_page_source_get_n_pages (source) : 0;

  g_cancellable_cancel (self->cancellable);
  g_set_object (&self->source, source);
  g_object_unref (self->cancellable);
  self->cancellable = g_cancellable_new ();
  g_ptr_array_set_size (self->texts, 0);
  g_ptr_array_set_size (self->texts, (int) n_pages);
  g_array_set_size (self->asked, 0);
  g_array_set_size (self->asked, n_pages);
  g_array_set_size (self->matches, 0);
  self->selecting = FALSE;
  self->current = 0;
  want_next (self);
  tell_changed (self);
}

void
hall_page_words_want (HallPageWords *self, guint page)
{
  Reading *reading;

  if (page >= self->asked->len || g_array_index (self->asked, gboolean, page))
    return;
  g_array_index (self->asked, gboolean, page) = TRUE;
  reading = g_new0 (Reading, 1);
  reading->words = g_object_ref (self);
  reading->page = page;
  hall_page_source_read_async (self->source, page, self->cancellable, on_read_cb, reading);
}

const HallPageText *
hall_page_words_get_text (HallPageWords *self, guint page)
{
  return page < self->texts->len ? g_ptr_array_index (self->texts, page) : NULL;
}

static double
get_distance (const HallPageBox *box, const HallPlace *point)
{
  double x = MAX (MAX (box->x - point->x, point->x - box->x - box->width), 0);
  double y = MAX (MAX (box->y - point->y, point->y - box->y - box->height), 0);

  return x + 4 * y; /* what stands in the same line is nearer */
}

/* FALSE if there is no text there. The character at @point or the nearest one. */
static gboolean
find_character (HallPageWords *self, const HallPlace *point, Position *found)
{
  const HallPageText *text = hall_page_words_get_text (self, point->page - 1);
  double nearest = G_MAXDOUBLE;

  hall_page_words_want (self, point->page - 1);
  for (guint i = 0; text != NULL && i < text->boxes->len; i++)
    {
      const HallPageBox *box = &g_array_index (text->boxes, HallPageBox, i);
      double distance = get_distance (box, point);

      if (box->width <= 0 || distance >= nearest)
        continue;
      nearest = distance;
      *found = (Position){ point->page - 1, i };
    }
  return nearest < G_MAXDOUBLE;
}

static gunichar
get_character (const HallPageText *text, guint offset)
{
  return g_utf8_get_char (g_utf8_offset_to_pointer (text->text, offset));
}

/* A number often stands between Chinese characters without a blank. */
static gboolean
is_same_word (const HallPageText *text, guint one, guint other)
{
  gunichar a = get_character (text, one), b = get_character (text, other);

  return (g_unichar_isalnum (a) || a == '_') && (g_unichar_isalnum (b) || b == '_')
         && g_unichar_iswide (a) == g_unichar_iswide (b);
}

static void
widen_to_word (HallPageWords *self)
{
  const HallPageText *text = hall_page_words_get_text (self, self->anchor.page);
  guint length = hall_page_text_get_length (text);

  while (self->anchor.offset > 0
         && is_same_word (text, self->anchor.offset, self->anchor.offset - 1))
    self->anchor.offset--;
  while (self->cursor.offset + 1 < length
         && is_same_word (text, self->cursor.offset, self->cursor.offset + 1))
    self->cursor.offset++;
}

void
hall_page_words_select_from (HallPageWords *self, const HallPlace *point, gboolean by_word)
{
  gboolean found = find_character (self, point, &self->anchor);

  self->cursor = self->anchor;
  self->selecting = found && by_word;
  if (self->selecting)
    widen_to_word (self);
  tell_changed (self);
}

void
hall_page_words_select_to (HallPageWords *self, const HallPlace *point)
{
  if (hall_page_words_get_text (self, self->anchor.page) == NULL
      || !find_character (self, point, &self->cursor))
    return;
  self->selecting = TRUE;
  tell_changed (self);
}

void
hall_page_words_select_page (HallPageWords *self, guint page)
{
  const HallPageText *text = hall_page_words_get_text (self, page);

  if (text == NULL || hall_page_text_get_length (text) == 0)
    return;
  self->anchor = (Position){ page, 0 };
  self->cursor = (Position){ page, hall_page_text_get_length (text) - 1 };
  self->selecting = TRUE;
  tell_changed (self);
}

void
hall_page_words_select_nothing (HallPageWords *self)
{
  self->selecting = FALSE;
  tell_changed (self);
}

/* What of @page is selected. FALSE: nothing. */
static gboolean
get_selection (HallPageWords *self, guint page, guint *from, guint *to)
{
  const HallPageText *text = hall_page_words_get_text (self, page);
  gboolean forwards =
      self->anchor.page < self->cursor.page
      || (self->anchor.page == self->cursor.page && self->anchor.offset <= self->cursor.offset);
  Position first = forwards ? self->anchor : self->cursor;
  Position last = forwards ? self->cursor : self->anchor;

  if (!self->selecting || text == NULL || page < first.page || page > last.page)
    return FALSE;
  *from = page == first.page ? first.offset : 0;
  *to = page == last.page ? last.offset + 1 : hall_page_text_get_length (text);
  return *from < *to;
}

char *
hall_page_words_get_selected (HallPageWords *self)
{
  g_autoptr (GString) selected = g_string_new (NULL);
  guint from, to;

  for (guint i = 0; i < self->texts->len; i++)
    if (get_selection (self, i, &from, &to))
      {
        g_autofree char *part =
            g_utf8_substring (hall_page_words_get_text (self, i)->text, from, to);

        if (selected->len > 0)
          g_string_append_c (selected, '\n');
        g_string_append (selected, part);
      }
  return selected->len > 0 ? g_string_free (g_steal_pointer (&selected), FALSE) : NULL;
}

void
hall_page_words_search (HallPageWords *self, const char *wanted)
{
  g_free (self->wanted);
  self->wanted = g_strdup (wanted);
  self->current = 0;
  search_all (self);
  want_next (self);
  tell_changed (self);
}

guint
hall_page_words_get_n_matches (HallPageWords *self)
{
  return self->matches->len;
}

static void
to_place (const HallPageText *text, const Position *at, HallPlace *place)
{
  const HallPageBox *box = &g_array_index (text->boxes, HallPageBox, at->offset);

  *place = (HallPlace){ at->page + 1, box->x, box->y, box->width, box->height };
}

/* To its last character, as far as that stands in the same line. */
static void
get_place (HallPageWords *self, const Match *match, HallPlace *place)
{
  const HallPageText *text = hall_page_words_get_text (self, match->from.page);
  Position end = { match->from.page, match->from.offset + match->length - 1 };
  HallPlace last;

  to_place (text, &match->from, place);
  to_place (text, &end, &last);
  if (last.x >= place->x && fabs (last.y - place->y) < place->height / 2)
    place->width = last.x + last.width - place->x;
}

guint
hall_page_words_step (HallPageWords *self, int step, HallPlace *place)
{
  int n = (int) self->matches->len;
  const Match *match;

  if (n == 0)
    return 0;
  self->current = (guint) ((((int) self->current + step) % n + n) % n);
  match = &g_array_index (self->matches, Match, self->current);
  get_place (self, match, place);
  tell_changed (self);
  return self->current + 1;
}

static void
fill (const HallPageText *text, const HallPageLayout *layout, Position at, guint n, cairo_t *cairo)
{
  for (guint i = 0; i < n; i++, at.offset++)
    {
      cairo_rectangle_int_t box;
      HallPlace place;

      to_place (text, &at, &place);
      if (place.width <= 0)
        continue;
      hall_page_layout_get_box (layout, &place, &box);
      cairo_rectangle (cairo, box.x, box.y, box.width, box.height);
    }
  cairo_fill (cairo);
}

static void
set_colour (GtkWidget *widget, const char *name, double shade, cairo_t *cairo)
{
  GdkRGBA colour = { 0.2, 0.5, 0.9, 1 };

  gtk_style_context_lookup_color (gtk_widget_get_style_context (widget), name, &colour);
  cairo_set_source_rgba (cairo, colour.red, colour.green, colour.blue, shade);
}

void
hall_page_words_draw (HallPageWords *self,
                      const HallPageLayout *layout,
                      GtkWidget *widget,
                      cairo_t *cairo)
{
  guint from, to;

  for (guint i = 0; i < self->matches->len; i++)
    {
      const Match *match = &g_array_index (self->matches, Match, i);

      set_colour (widget, "success_color", i == self->current ? 2 * SHADE : SHADE, cairo);
      fill (hall_page_words_get_text (self, match->from.page), layout, match->from, match->length,
            cairo);
    }
  set_colour (widget, "theme_selected_bg_color", SHADE, cairo);
  for (guint i = 0; i < self->texts->len; i++)
    if (get_selection (self, i, &from, &to))
      fill (hall_page_words_get_text (self, i), layout, (Position){ i, from }, to - from, cairo);
}
