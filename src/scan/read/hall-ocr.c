/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-ocr.h"

#include <gmodule.h>
#include <tesseract/capi.h>
#include <tesseract/version.h>

#include "hall-error.h"

#define LIBRARY "libtesseract.so." G_STRINGIFY (TESSERACT_MAJOR_VERSION)
#define DPI     200

/* Every function of the library that is used, looked up by its name. */
#define FUNCTIONS(F)                    \
  F (TessBaseAPICreate)                 \
  F (TessBaseAPIDelete)                 \
  F (TessBaseAPIInit3)                  \
  F (TessBaseAPISetVariable)            \
  F (TessBaseAPISetPageSegMode)         \
  F (TessBaseAPISetImage)               \
  F (TessBaseAPISetSourceResolution)    \
  F (TessBaseAPISetRectangle)           \
  F (TessBaseAPIRecognize)              \
  F (TessBaseAPIGetIterator)            \
  F (TessResultIteratorGetPageIterator) \
  F (TessResultIteratorNext)            \
  F (TessResultIteratorGetUTF8Text)     \
  F (TessResultIteratorConfidence)      \
  F (TessResultIteratorDelete)          \
  F (TessPageIteratorBoundingBox)       \
  F (TessDeleteText)

typedef struct
{
#define MEMBER(name) __typeof__ (name) *name;
  FUNCTIONS (MEMBER)
#undef MEMBER
} Functions;

typedef enum
{
  CHINESE,
  ENGLISH,
  N_LANGUAGES
} Language;

struct _HallOcr
{
  GModule *library;
  Functions f;
  TessBaseAPI *readers[N_LANGUAGES];
};

static const char *const languages[N_LANGUAGES] = {
  [CHINESE] = "chi_sim",
  [ENGLISH] = "eng",
};

static const struct
{
  Language language;
  TessPageSegMode layout;
  const char *characters; /* "": all */
} modes[HALL_N_OCR_MODES] = {
  [HALL_OCR_PAGE] = { CHINESE, PSM_AUTO, "" },
  [HALL_OCR_BLOCK] = { CHINESE, PSM_SINGLE_BLOCK, "" },
  [HALL_OCR_CODE] = { ENGLISH, PSM_SINGLE_LINE, "0123456789ABCDEFGHJKLMNPQRTUWXY" },
  [HALL_OCR_NUMBER] = { ENGLISH, PSM_SINGLE_LINE, "0123456789X" },
};

static gboolean
has_languages (const char *folder)
{
  for (guint i = 0; i < N_LANGUAGES; i++)
    {
      g_autofree char *name = g_strconcat (languages[i], ".traineddata", NULL);
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (!g_file_test (path, G_FILE_TEST_IS_REGULAR))
        return FALSE;
    }
  return TRUE;
}

/* (nullable): where distributions put the data */
static const char *
find_data (void)
{
  static const char *const folders[] = {
    "/usr/share/tesseract-ocr/" G_STRINGIFY (TESSERACT_MAJOR_VERSION) "/tessdata",
    "/usr/share/tesseract-ocr/4.00/tessdata",
    "/usr/share/tessdata",
    "/usr/share/tesseract/tessdata",
    "/app/share/tessdata",
    "/usr/local/share/tessdata",
  };
  const char *given = g_getenv ("TESSDATA_PREFIX");

  if (given != NULL)
    return has_languages (given) ? given : NULL;
  for (gsize i = 0; i < G_N_ELEMENTS (folders); i++)
    if (has_languages (folders[i]))
      return folders[i];
  return NULL;
}

gboolean
hall_ocr_is_available (void)
{
  return find_data () != NULL;
}

static gboolean
find_functions (HallOcr *self)
{
#define LOOK_UP(name)                                                                 \
  if (!g_module_symbol (self->library, #name, (gpointer *) (gpointer) &self->f.name)) \
    return FALSE;
  FUNCTIONS (LOOK_UP)
#undef LOOK_UP
  return TRUE;
}

/* (nullable) */
static TessBaseAPI *
start_reader (const HallOcr *self, const char *data, Language language)
{
  TessBaseAPI *reader = self->f.TessBaseAPICreate ();

  if (self->f.TessBaseAPIInit3 (reader, data, languages[language]) == 0)
    return reader;
  self->f.TessBaseAPIDelete (reader);
  return NULL;
}

static gboolean
start (HallOcr *self)
{
  const char *data = find_data ();

  self->library = data != NULL ? g_module_open (LIBRARY, G_MODULE_BIND_LOCAL) : NULL;
  if (self->library == NULL || !find_functions (self))
    return FALSE;
  for (guint i = 0; i < N_LANGUAGES; i++)
    {
      self->readers[i] = start_reader (self, data, i);
      if (self->readers[i] == NULL)
        return FALSE;
    }
  return TRUE;
}

HallOcr *
hall_ocr_open (GError **error)
{
  g_autoptr (HallOcr) self = g_new0 (HallOcr, 1);

  if (start (self))
    return g_steal_pointer (&self);
  g_set_error_literal (error, HALL_ERROR, HALL_ERROR_UNAVAILABLE,
                       "tesseract or its data for Chinese and English are not installed");
  return NULL;
}

void
hall_ocr_free (HallOcr *self)
{
  for (guint i = 0; i < N_LANGUAGES; i++)
    if (self->readers[i] != NULL)
      self->f.TessBaseAPIDelete (self->readers[i]);
  /* The library stays: it cannot be loaded twice into one process. */
  g_free (self);
}

static gboolean
get_box (const HallOcr *self, TessResultIterator *at, TessPageIteratorLevel level, HallOcrBox *box)
{
  int left = 0, top = 0, right = 0, bottom = 0;

  if (!self->f.TessPageIteratorBoundingBox (self->f.TessResultIteratorGetPageIterator (at), level,
                                            &left, &top, &right, &bottom))
    return FALSE;
  *box = (HallOcrBox){ left, top, right - left, bottom - top };
  return TRUE;
}

static void
add_glyph (const HallOcr *self, TessResultIterator *at, GArray *glyphs)
{
  char *text = self->f.TessResultIteratorGetUTF8Text (at, RIL_SYMBOL);
  HallOcrGlyph glyph = { .index = glyphs->len };

  if (text == NULL)
    return;
  glyph.character = g_utf8_get_char_validated (text, -1);
  self->f.TessDeleteText (text);
  if (!g_unichar_validate (glyph.character) || !g_unichar_isgraph (glyph.character)
      || !get_box (self, at, RIL_SYMBOL, &glyph.box) || !get_box (self, at, RIL_WORD, &glyph.word))
    return;
  glyph.confidence =
      CLAMP (self->f.TessResultIteratorConfidence (at, RIL_SYMBOL) / 100.0, 0.0, 1.0);
  g_array_append_val (glyphs, glyph);
}

GArray *
hall_ocr_read (HallOcr *self, HallOcrMode mode, const HallGrey *grey, const HallOcrBox *box)
{
  GArray *glyphs = g_array_new (FALSE, FALSE, sizeof (HallOcrGlyph));
  TessBaseAPI *reader = self->readers[modes[mode].language];
  TessResultIterator *at;

  self->f.TessBaseAPISetPageSegMode (reader, modes[mode].layout);
  self->f.TessBaseAPISetVariable (reader, "tessedit_char_whitelist", modes[mode].characters);
  self->f.TessBaseAPISetImage (reader, grey->data, (int) grey->width, (int) grey->height, 1,
                               (int) grey->width);
  self->f.TessBaseAPISetSourceResolution (reader, DPI);
  if (box != NULL)
    self->f.TessBaseAPISetRectangle (reader, (int) box->x, (int) box->y, (int) box->width,
                                     (int) box->height);
  if (self->f.TessBaseAPIRecognize (reader, NULL) != 0)
    return glyphs;
  at = self->f.TessBaseAPIGetIterator (reader);
  if (at == NULL)
    return glyphs;
  do
    add_glyph (self, at, glyphs);
  while (self->f.TessResultIteratorNext (at, RIL_SYMBOL));
  self->f.TessResultIteratorDelete (at);
  return glyphs;
}
