/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-font.h"

#include <fontconfig/fontconfig.h>
#include <pango/pangofc-fontmap.h>

#include "hall-data-dir.h"
#include "hall-error.h"

static const char *const files[] = {
  "CertHallSans-Regular.otf",
  "CertHallSans-Bold.otf",
  "CertHallSansMore-Regular.otf",
  "CertHallSansRare-Regular.otf",
};

/* Read once, shared by all threads (Fontconfig locks), kept for the life of the process. */
static GMutex fonts_lock;
static FcConfig *fonts;

static void
context_unref (gpointer context)
{
  g_object_unref (context);
}

static GPrivate thread_context = G_PRIVATE_INIT (context_unref);

/* (transfer full) (nullable) */
static char *
find_file (const char *name)
{
  const char *chosen = g_getenv ("HALL_FONT_DIR");
  g_autofree char *path = NULL;
  g_autofree char *relative = g_build_filename ("fonts", name, NULL);

  if (chosen != NULL)
    path = g_build_filename (chosen, name, NULL);
  if (path != NULL && g_file_test (path, G_FILE_TEST_IS_REGULAR))
    return g_steal_pointer (&path);
  return hall_data_dir_find (relative);
}

static gboolean
load_files (FcConfig *config, GError **error)
{
  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = find_file (files[i]);

      if (path != NULL && FcConfigAppFontAddFile (config, (const FcChar8 *) path))
        continue;
      g_set_error (error, HALL_ERROR, HALL_ERROR_INTERNAL,
                   "the font %s is missing or broken; install the program again", files[i]);
      return FALSE;
    }
  return TRUE;
}

/* (transfer none) */
static FcConfig *
get_fonts (GError **error)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&fonts_lock);

  if (fonts == NULL)
    {
      FcConfig *config = FcConfigCreate ();

      if (load_files (config, error))
        fonts = config;
      else
        FcConfigDestroy (config);
    }
  return fonts;
}

static PangoContext *
make_context (FcConfig *config)
{
  g_autoptr (PangoFontMap) map = pango_cairo_font_map_new_for_font_type (CAIRO_FONT_TYPE_FT);
  cairo_font_options_t *options = cairo_font_options_create ();
  PangoContext *context;

  pango_fc_font_map_set_config (PANGO_FC_FONT_MAP (map), config);
  pango_cairo_font_map_set_resolution (PANGO_CAIRO_FONT_MAP (map), 72);
  context = pango_font_map_create_context (map);
  pango_cairo_context_set_resolution (context, 72);
  pango_context_set_language (context, pango_language_from_string ("zh-cn"));
  pango_context_set_base_dir (context, PANGO_DIRECTION_LTR);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options (context, options);
  cairo_font_options_destroy (options);
  pango_context_set_round_glyph_positions (context, FALSE);
  return context;
}

PangoContext *
hall_font_get_context (GError **error)
{
  PangoContext *context = g_private_get (&thread_context);
  FcConfig *config;

  if (context != NULL)
    return context;
  config = get_fonts (error);
  if (config == NULL)
    return NULL;
  context = make_context (config);
  g_private_set (&thread_context, context);
  return context;
}

gunichar
hall_font_find_missing (const char *text, GError **error)
{
  FcConfig *config = get_fonts (error);
  FcFontSet *set = config != NULL ? FcConfigGetFonts (config, FcSetApplication) : NULL;

  for (const char *p = text; set != NULL && *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      gboolean found = FALSE;

      for (int i = 0; i < set->nfont && !found; i++)
        {
          FcCharSet *chars = NULL;

          if (FcPatternGetCharSet (set->fonts[i], FC_CHARSET, 0, &chars) == FcResultMatch)
            found = FcCharSetHasChar (chars, c);
        }
      if (!found)
        return c;
    }
  return 0;
}
