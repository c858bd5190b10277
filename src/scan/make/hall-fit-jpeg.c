/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-fit-jpeg.h"

#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <jpeglib.h>

#include "hall-error.h"

#define CHANNELS   3
#define STRIP_ROWS 16 /* of blocks with halved colours */
#define EIGHTHS    8

typedef struct
{
  struct jpeg_error_mgr base;
  jmp_buf failed;
  char why[JMSG_LENGTH_MAX];
} Failure;

static void
on_error (j_common_ptr common)
{
  Failure *failure = (Failure *) common->err;

  failure->base.format_message (common, failure->why);
  longjmp (failure->failed, 1);
}

static void
on_message (j_common_ptr common, int level)
{
  if (level < 0)
    common->err->num_warnings++;
}

static void
on_output (j_common_ptr common)
{
}

static struct jpeg_error_mgr *
watch (Failure *failure)
{
  struct jpeg_error_mgr *base = jpeg_std_error (&failure->base);

  base->error_exit = on_error;
  base->emit_message = on_message;
  base->output_message = on_output;
  return base;
}

/* The smallest number of eighths with enough pixels and not too many. */
static void
choose_scale (struct jpeg_decompress_struct *jpeg, double max_pixels, guint min_side)
{
  guint longer = MAX (jpeg->image_width, jpeg->image_height);
  double pixels = (double) jpeg->image_width * jpeg->image_height;
  guint eighths = EIGHTHS;

  while (min_side > 0 && eighths > 1 && (guint64) longer * (eighths - 1) / EIGHTHS >= min_side)
    eighths--;
  while (eighths > 1 && pixels * eighths * eighths / (EIGHTHS * EIGHTHS) > max_pixels)
    eighths--;
  jpeg->scale_num = eighths;
  jpeg->scale_denom = EIGHTHS;
}

/* Adobe's files have inverted inks; @row is overwritten from its beginning. */
static void
mix_inks (guint8 *row, guint width)
{
  for (guint x = 0; x < width; x++)
    for (guint i = 0; i < CHANNELS; i++)
      row[x * CHANNELS + i] = (guint8) (row[x * 4 + i] * row[x * 4 + 3] / 255);
}

/* What is read may jump out of here; what it has made until then is in @result. */
static void
read_rows (struct jpeg_decompress_struct *jpeg, guint8 *inks, GdkPixbuf *result)
{
  guint8 *data = gdk_pixbuf_get_pixels (result);
  gsize stride = (gsize) gdk_pixbuf_get_rowstride (result);

  while (jpeg->output_scanline < jpeg->output_height)
    {
      guint8 *row = data + jpeg->output_scanline * stride;
      JSAMPROW target = inks != NULL ? inks : row;

      jpeg_read_scanlines (jpeg, &target, 1);
      if (inks != NULL)
        {
          mix_inks (inks, jpeg->output_width);
          memcpy (row, inks, (gsize) jpeg->output_width * CHANNELS);
        }
    }
}

/* The two things that are made while libjpeg may jump. */
typedef struct
{
  GdkPixbuf *result;
  guint8 *inks;
} Made;

static gboolean
decode (struct jpeg_decompress_struct *jpeg, double max_pixels, guint min_side, Made *made)
{
  gboolean has_inks;

  jpeg_read_header (jpeg, TRUE);
  choose_scale (jpeg, max_pixels, min_side);
  has_inks = jpeg->jpeg_color_space == JCS_CMYK || jpeg->jpeg_color_space == JCS_YCCK;
  jpeg->out_color_space = has_inks ? JCS_CMYK : JCS_RGB;
  jpeg->dct_method = JDCT_ISLOW;
  jpeg_start_decompress (jpeg);
  made->result = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, (int) jpeg->output_width,
                                 (int) jpeg->output_height);
  if (has_inks)
    made->inks = g_try_malloc ((gsize) jpeg->output_width * 4);
  if (made->result == NULL || (has_inks && made->inks == NULL))
    return FALSE;
  read_rows (jpeg, made->inks, made->result);
  jpeg_finish_decompress (jpeg);
  return TRUE;
}

GdkPixbuf *
hall_fit_jpeg_decode (GBytes *bytes, double max_pixels, guint min_side, GError **error)
{
  gsize size = 0;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  struct jpeg_decompress_struct jpeg = { 0 };
  Failure failure = { .why = "not enough memory" };
  Made made = { NULL, NULL };
  volatile gboolean good = FALSE;

  jpeg.err = watch (&failure);
  if (setjmp (failure.failed) == 0)
    {
      jpeg_create_decompress (&jpeg);
      jpeg_mem_src (&jpeg, data, size);
      good = decode (&jpeg, max_pixels, min_side, &made);
    }
  jpeg_destroy_decompress (&jpeg);
  g_free (made.inks);
  if (good)
    return made.result;
  g_clear_object (&made.result);
  g_set_error_literal (error, HALL_ERROR, HALL_ERROR_INVALID, failure.why);
  return NULL;
}

static void
set_up (struct jpeg_compress_struct *jpeg, const HallFitJpegOptions *options)
{
  jpeg->input_components = options->is_grey ? 1 : CHANNELS;
  jpeg->in_color_space = options->is_grey ? JCS_GRAYSCALE : JCS_RGB;
  jpeg_set_defaults (jpeg);
  jpeg_set_quality (jpeg, (int) options->quality, TRUE);
  jpeg->dct_method = JDCT_ISLOW;
  jpeg->optimize_coding = TRUE;
  if (options->is_fine && !options->is_grey)
    jpeg->comp_info[0].h_samp_factor = jpeg->comp_info[0].v_samp_factor = 1;
  if (options->dpi > 0)
    {
      jpeg->density_unit = 1;
      jpeg->X_density = jpeg->Y_density = (UINT16) MIN (options->dpi, G_MAXUINT16);
    }
}

static void
write_rows (struct jpeg_compress_struct *jpeg,
            const GdkPixbuf *picture,
            const HallFitJpegOptions *options,
            guint8 *grey)
{
  const guint8 *data = gdk_pixbuf_read_pixels (picture);
  gsize stride = (gsize) gdk_pixbuf_get_rowstride (picture);
  guint many = MAX (options->rows_of_many, 1);

  while (jpeg->next_scanline < jpeg->image_height)
    {
      guint line =
          jpeg->next_scanline / STRIP_ROWS * STRIP_ROWS * many + jpeg->next_scanline % STRIP_ROWS;
      const guint8 *from = data + line * stride;
      JSAMPROW row = (JSAMPROW) from;

      for (guint x = 0; grey != NULL && x < jpeg->image_width; x++)
        grey[x] = from[x * CHANNELS];
      if (grey != NULL)
        row = grey;
      jpeg_write_scanlines (jpeg, &row, 1);
    }
}

/* Rows that are written when only some strips are. */
static guint
count_rows (guint height, guint many)
{
  return many <= 1 ? height : MAX (height / STRIP_ROWS / many, 1) * MIN (STRIP_ROWS, height);
}

GBytes *
hall_fit_jpeg_encode (const GdkPixbuf *picture, const HallFitJpegOptions *options)
{
  guint width = (guint) gdk_pixbuf_get_width (picture);
  g_autofree guint8 *grey = options->is_grey ? g_try_malloc (width) : NULL;
  struct jpeg_compress_struct jpeg = { 0 };
  Failure failure;
  unsigned char *volatile written = NULL;
  unsigned char *target = NULL;
  unsigned long n_written = 0;
  GBytes *bytes = NULL;

  if (gdk_pixbuf_get_n_channels (picture) != CHANNELS || (options->is_grey && grey == NULL))
    return NULL;
  jpeg.err = watch (&failure);
  if (setjmp (failure.failed) == 0)
    {
      jpeg_create_compress (&jpeg);
      jpeg_mem_dest (&jpeg, &target, &n_written);
      jpeg.image_width = width;
      jpeg.image_height =
          count_rows ((guint) gdk_pixbuf_get_height (picture), options->rows_of_many);
      set_up (&jpeg, options);
      jpeg_start_compress (&jpeg, TRUE);
      write_rows (&jpeg, picture, options, grey);
      jpeg_finish_compress (&jpeg);
      written = target;
    }
  jpeg_destroy_compress (&jpeg);
  if (written != NULL)
    bytes = g_bytes_new (written, n_written);
  free (written);
  return bytes;
}
