/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hall-address-label.h"

#include "hall-error.h"
#include "hall-paper.h"

#define TITLE         "邮寄标签"
#define PRACTICE_TEXT "练习 · 无效"
#define COLLECT       "邮费到付"

#define PADDING_MM  6.0
#define HEAD_MM     6.0
#define FOOT_MM     5.0
#define LINE_GAP_MM 1.6

typedef struct
{
  const char *name;
  double page_width, page_height; /* mm */
  guint columns, rows;
} Sheet;

static const Sheet sheets[HALL_N_LABEL_SHEETS] = {
  [HALL_LABELS_A4] = { "a4", HALL_PAPER_WIDTH_MM, HALL_PAPER_HEIGHT_MM, 2, 5 },
  [HALL_LABELS_THERMAL] = { "thermal", 100.0, 70.0, 1, 1 },
};

/* From the size that is read best to the smallest that is still read. */
static const double sizes_pt[] = { 13, 12, 11, 10, 9, 8 };

guint
hall_label_sheet_get_places (HallLabelSheet sheet)
{
  g_return_val_if_fail (sheet < HALL_N_LABEL_SHEETS, 0);

  return sheets[sheet].columns * sheets[sheet].rows;
}

const char *
hall_label_sheet_get_name (HallLabelSheet sheet)
{
  g_return_val_if_fail (sheet < HALL_N_LABEL_SHEETS, NULL);

  return sheets[sheet].name;
}

HallLabelSheet
hall_label_sheet_from_name (const char *name)
{
  guint i = 0;

  while (i < HALL_N_LABEL_SHEETS && g_strcmp0 (sheets[i].name, name) != 0)
    i++;
  return i;
}

/* To whom: address, organisation, name and telephone, in one type size. */
static gboolean
draw_address (HallPaper *paper, const HallAddressLabel *label, const HallBox *room, double size_pt)
{
  const HallTextStyle plain = { .size_pt = size_pt };
  const HallTextStyle bold = { .size_pt = size_pt + 1, .bold = TRUE };
  g_autofree char *address = g_strjoin (" ", label->address, label->postcode, NULL);
  g_autofree char *person = g_strdup_printf ("%s（收）  %s", label->recipient, label->phone);
  const struct
  {
    const HallTextStyle *style;
    const char *text;
  } lines[] = { { &plain, address }, { &plain, label->organisation }, { &bold, person } };
  PangoLayout *layouts[G_N_ELEMENTS (lines)];
  double height = 0;
  gboolean fits;

  for (gsize i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      layouts[i] = hall_paper_layout (paper, lines[i].style, lines[i].text, room->width);
      height += hall_layout_get_height_mm (layouts[i]) + (i > 0 ? LINE_GAP_MM : 0);
    }
  fits = height <= room->height;
  height = room->y;
  for (gsize i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      if (fits)
        hall_paper_draw_layout (paper, layouts[i], room->x, height);
      height += hall_layout_get_height_mm (layouts[i]) + LINE_GAP_MM;
      g_object_unref (layouts[i]);
    }
  return fits;
}

static void
draw_foot (HallPaper *paper,
           const HallAddressLabel *label,
           const HallSheetInfo *info,
           const HallBox *room)
{
  static const HallTextStyle left = { .size_pt = 8.5, .grey = 0.15 };
  static const HallTextStyle right = { .size_pt = 8.5, .grey = 0.15, .align = PANGO_ALIGN_RIGHT };
  static const HallPen rule = { .width_mm = 0.2, .red = 0.6, .green = 0.6, .blue = 0.6 };
  g_autofree char *order = g_strdup_printf ("业务单 %s", label->order);
  HallBox line = { room->x, room->y + room->height - FOOT_MM, room->width, 0 };

  hall_paper_draw_line (paper, &rule, &line);
  line.y += 1;
  hall_paper_draw_text (paper, &left, order, &line);
  hall_paper_draw_text (paper, &right, info->practice ? PRACTICE_TEXT : COLLECT, &line);
}

static gboolean
draw_label (HallPaper *paper,
            const HallAddressLabel *label,
            const HallSheetInfo *info,
            const HallBox *room,
            GError **error)
{
  static const HallTextStyle sender = { .size_pt = 8.5, .grey = 0.15 };
  HallBox middle = { room->x, room->y + HEAD_MM, room->width,
                     room->height - HEAD_MM - FOOT_MM - 1 };

  if (info->hall_name != NULL)
    hall_paper_draw_text (paper, &sender, info->hall_name, room);
  draw_foot (paper, label, info, room);
  for (gsize i = 0; i < G_N_ELEMENTS (sizes_pt); i++)
    if (draw_address (paper, label, &middle, sizes_pt[i]))
      return TRUE;
  g_set_error (error, HALL_ERROR, HALL_ERROR_INVALID,
               "the address of order %s is too long for a label", label->order);
  return FALSE;
}

/* Where the @place-th label of a page may be written on. */
static HallBox
get_room (const Sheet *sheet, guint place)
{
  double width = sheet->page_width / sheet->columns;
  double height = sheet->page_height / sheet->rows;

  return (HallBox){ (place % sheet->columns) * width + PADDING_MM,
                    (place / sheet->columns) * height + PADDING_MM, width - 2 * PADDING_MM,
                    height - 2 * PADDING_MM };
}

GBytes *
hall_address_labels_print (
    GPtrArray *labels, HallLabelSheet sheet, guint skip, const HallSheetInfo *info, GError **error)
{
  guint places = hall_label_sheet_get_places (sheet);
  g_autoptr (HallPaper) paper = NULL;

  g_return_val_if_fail (labels->len > 0 && skip < places, NULL);

  paper = hall_paper_new (TITLE, info->hall_name, 0, error);
  if (paper == NULL)
    return NULL;
  hall_paper_set_size (paper, sheets[sheet].page_width, sheets[sheet].page_height);
  if (info->practice)
    hall_paper_set_across (paper, PRACTICE_TEXT);
  for (guint i = 0; i < labels->len; i++)
    {
      guint place = (skip + i) % places;
      HallBox room = get_room (&sheets[sheet], place);

      if (i == 0 || place == 0)
        hall_paper_begin_page (paper);
      if (!draw_label (paper, g_ptr_array_index (labels, i), info, &room, error))
        return NULL;
    }
  return hall_paper_finish (paper, error);
}
