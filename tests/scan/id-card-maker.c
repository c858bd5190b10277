/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "id-card-maker.h"

#include <math.h>
#include <pango/pangocairo.h>

#define MM_PER_INCH    25.4
#define CARD_WIDTH_MM  85.6
#define CARD_HEIGHT_MM 54.0
#define PAGE_WIDTH_MM  210.0
#define PAGE_HEIGHT_MM 297.0
#define TABLE_MM       6.0 /* around a card that was photographed alone */
#define DIGIT_MM       2.75
#define LINE_MM        5.2

/* clang-format off */
const IdCardText id_card_texts[N_ID_CARDS] = {
  { "王建国", "男", "汉", "1978", "3", "13", "北京市测试市和平路49号\n12幢2488室", "117378197803138311" },
  { "李秀兰", "女", "汉", "1961", "9", "7", "天津市测试市和平路36号\n8幢472室", "128463196109070408" },
  { "张伟", "男", "汉", "1993", "7", "2", "河北省测试市和平路32号\n19幢2499室", "137884199307027214" },
  { "陈志强", "男", "汉", "1983", "1", "8", "辽宁省测试市和平路215号\n5幢2315室", "217547198301080599" },
  { "刘洋", "男", "汉", "1965", "10", "10", "吉林省测试市和平路293号\n21幢870室", "227484196510107136" },
  { "赵敏", "女", "汉", "1981", "2", "18", "上海市测试市和平路106号\n16幢2278室", "318917198102189100" },
  { "黄海燕", "女", "汉", "1985", "6", "15", "江苏省测试市和平路128号\n26幢837室", "328248198506157461" },
  { "周文博", "男", "汉", "2002", "4", "3", "浙江省测试市和平路176号\n24幢1939室", "338773200204037355" },
  { "吴晓东", "男", "汉", "1976", "10", "3", "安徽省测试市和平路176号\n5幢2103室", "348431197610031597" },
  { "孙立军", "男", "汉", "1984", "1", "22", "福建省测试市和平路175号\n23幢1535室", "358950198401220992" },
  { "徐丽娜", "女", "汉", "1996", "8", "19", "江西省测试市和平路243号\n23幢367室", "367344199608195806" },
  { "马超", "男", "汉", "1961", "12", "23", "山东省测试市和平路198号\n29幢1522室", "378546196112233998" },
  { "朱宏伟", "男", "汉", "1959", "8", "12", "河南省测试市和平路31号\n7幢1278室", "417473195908122194" },
  { "胡佳怡", "女", "汉", "1966", "12", "8", "湖北省测试市和平路86号\n15幢1746室", "42862019661208506X" },
  { "郭子豪", "男", "汉", "1993", "5", "5", "湖南省测试市和平路184号\n22幢1659室", "437963199305055590" },
  { "林雪梅", "女", "汉", "1972", "3", "3", "广东省测试市和平路7号\n16幢2514室", "447839197203032221" },
  { "何振华", "男", "汉", "1969", "5", "10", "广西壮族自治区测试市和平\n路190号20幢2420室", "458478196905100031" },
  { "高翔", "男", "汉", "1978", "3", "23", "海南省测试市和平路287号\n13幢1731室", "467268197803236597" },
  { "梁思远", "男", "汉", "1983", "7", "4", "重庆市测试市和平路35号\n7幢1905室", "507234198307046173" },
  { "欧阳明", "男", "汉", "1968", "2", "11", "四川省测试市和平路291号\n5幢2298室", "517410196802117613" },
  { "诸葛文静", "女", "汉", "1964", "6", "20", "贵州省测试市和平路193号\n5幢1134室", "527788196406200309" },
  { "阿依古丽·买买提", "女", "维吾尔", "1980", "10", "12", "云南省测试市和平路239号\n16幢2082室", "537472198010126003" },
  { "谢婷婷", "女", "汉", "1977", "2", "5", "陕西省测试市和平路83号\n17幢195室", "617971197702051344" },
  { "唐磊", "男", "汉", "1971", "9", "12", "新疆维吾尔自治区测试市和\n平路153号21幢473室", "657177197109121892" },
};
/* clang-format on */

typedef struct
{
  cairo_t *cairo;
  const char *family;
} Page;

static void
write_at (const Page *page, double x_mm, double y_mm, double size_mm, const char *text)
{
  g_autoptr (PangoLayout) layout = pango_cairo_create_layout (page->cairo);
  PangoFontDescription *font = pango_font_description_new ();

  pango_font_description_set_family (font, page->family);
  pango_font_description_set_absolute_size (font, size_mm * PANGO_SCALE);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_line_spacing (layout, 1.1f);
  pango_layout_set_text (layout, text, -1);
  cairo_move_to (page->cairo, x_mm, y_mm);
  pango_cairo_show_layout (page->cairo, layout);
  pango_font_description_free (font);
}

/* The pale ground with its fine waves, and the edge of the card. */
static void
draw_ground (cairo_t *cairo)
{
  cairo_set_source_rgb (cairo, 0.93, 0.95, 0.97);
  cairo_rectangle (cairo, 0, 0, CARD_WIDTH_MM, CARD_HEIGHT_MM);
  cairo_fill (cairo);
  cairo_set_line_width (cairo, 0.1);
  for (int wave = 0; wave < 34; wave++)
    {
      cairo_set_source_rgb (cairo, 0.86 + 0.06 * (wave % 2), 0.9, 0.92 - 0.05 * (wave % 3));
      for (int x = 0; x <= (int) CARD_WIDTH_MM; x++)
        cairo_line_to (cairo, x, 1 + wave * 1.55 + 0.9 * sin (x / 4.0 + wave));
      cairo_stroke (cairo);
    }
  cairo_set_source_rgb (cairo, 0.55, 0.6, 0.65);
  cairo_set_line_width (cairo, 0.25);
  cairo_rectangle (cairo, 0, 0, CARD_WIDTH_MM, CARD_HEIGHT_MM);
  cairo_stroke (cairo);
}

static void
draw_portrait (cairo_t *cairo)
{
  cairo_set_source_rgb (cairo, 0.25, 0.22, 0.2);
  cairo_arc (cairo, 69, 19, 6.5, 0, 2 * G_PI);
  cairo_fill (cairo);
  cairo_set_source_rgb (cairo, 0.85, 0.72, 0.63);
  cairo_arc (cairo, 69, 20.5, 5, 0, 2 * G_PI);
  cairo_fill (cairo);
  cairo_set_source_rgb (cairo, 0.3, 0.33, 0.45);
  cairo_arc (cairo, 69, 38, 9.5, G_PI, 2 * G_PI);
  cairo_fill (cairo);
}

/* Its digits stand apart, all as wide. */
static void
write_number (const Page *page, double x, double y, const char *number)
{
  for (; *number != '\0'; number++, x += DIGIT_MM)
    {
      char digit[2] = { *number, '\0' };

      write_at (page, x, y, 3.5, digit);
    }
}

static void
draw_front (const Page *page, const IdCardText *text)
{
  const struct
  {
    double x, y;
    const char *label, *value;
    double value_x, size;
  } lines[] = {
    { 5, 6, "姓名", text->name, 14, 3.6 },      { 5, 13, "性别", text->sex, 14, 3.1 },
    { 24, 13, "民族", text->nation, 33, 3.1 },  { 5, 19.5, "出生", text->year, 14, 3.1 },
    { 22.6, 19.5, "年", text->month, 27, 3.1 }, { 31, 19.5, "月", text->day, 35.4, 3.1 },
    { 39.4, 19.5, "日", "", 0, 3.1 },           { 5, 27, "住址", text->address, 14, 3.1 },
  };

  draw_ground (page->cairo);
  draw_portrait (page->cairo);
  for (gsize i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      cairo_set_source_rgb (page->cairo, 0.2, 0.42, 0.6);
      write_at (page, lines[i].x, lines[i].y + 0.3, 2.7, lines[i].label);
      cairo_set_source_rgb (page->cairo, 0.07, 0.07, 0.07);
      write_at (page, lines[i].value_x, lines[i].y, lines[i].size, lines[i].value);
    }
  cairo_set_source_rgb (page->cairo, 0.2, 0.42, 0.6);
  write_at (page, 5, 45.3, 2.7, "公民身份号码");
  cairo_set_source_rgb (page->cairo, 0.07, 0.07, 0.07);
  write_number (page, 29, 44.6, text->number);
}

static void
draw_back (const Page *page)
{
  draw_ground (page->cairo);
  cairo_set_source_rgb (page->cairo, 0.8, 0.15, 0.12);
  cairo_arc (page->cairo, 13, 13, 7.5, 0, 2 * G_PI);
  cairo_fill (page->cairo);
  cairo_set_source_rgb (page->cairo, 0.07, 0.07, 0.07);
  write_at (page, 26, 6, 5.4, "中华人民共和国");
  write_at (page, 24, 15, 7.6, "居民身份证");
  write_at (page, 16, 38, 2.7, "签发机关");
  write_at (page, 31, 37.8, 3.1, "测试市公安局和平分局");
  write_at (page, 16, 45, 2.7, "有效期限");
  write_at (page, 31, 44.8, 3.1, "2012.05.18-2032.05.18");
}

static void
draw_sides (const Page *page, const IdCardText *text, IdCardLayout layout)
{
  if (layout == ID_CARD_ALONE)
    {
      cairo_translate (page->cairo, TABLE_MM, TABLE_MM);
      draw_front (page, text);
      return;
    }
  cairo_translate (page->cairo, (PAGE_WIDTH_MM - CARD_WIDTH_MM) / 2, 60);
  draw_front (page, text);
  cairo_translate (page->cairo, 0, CARD_HEIGHT_MM + 40);
  if (layout == ID_CARD_BOTH)
    draw_back (page);
}

/* The official seal that the copy is stamped with, beside the cards. */
static void
draw_seal (cairo_t *cairo)
{
  cairo_save (cairo);
  cairo_set_source_rgba (cairo, 0.85, 0.1, 0.12, 0.75);
  cairo_set_line_width (cairo, 1.2);
  cairo_new_path (cairo);
  cairo_arc (cairo, 70, 70, 20, 0, 2 * G_PI);
  cairo_stroke (cairo);
  cairo_restore (cairo);
}

static cairo_surface_t *
draw (const IdCardText *text, const IdCardWay *way)
{
  gboolean is_alone = way->layout == ID_CARD_ALONE;
  double width = is_alone ? CARD_WIDTH_MM + 2 * TABLE_MM : PAGE_WIDTH_MM;
  double height = is_alone ? CARD_HEIGHT_MM + 2 * TABLE_MM : PAGE_HEIGHT_MM;
  double unit = way->dpi / MM_PER_INCH;
  cairo_surface_t *surface =
      cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) (width * unit), (int) (height * unit));
  Page page = { cairo_create (surface), way->family };

  cairo_set_source_rgb (page.cairo, is_alone ? 0.62 : 1, is_alone ? 0.55 : 1, is_alone ? 0.47 : 1);
  cairo_paint (page.cairo);
  cairo_scale (page.cairo, unit, unit);
  cairo_translate (page.cairo, width / 2, height / 2);
  cairo_rotate (page.cairo, way->degrees * G_PI / 180);
  cairo_translate (page.cairo, -width / 2, -height / 2);
  draw_sides (&page, text, way->layout);
  if (!is_alone)
    draw_seal (page.cairo);
  cairo_destroy (page.cairo);
  cairo_surface_flush (surface);
  return surface;
}

GBytes *
id_card_maker_copy (const IdCardText *text, const IdCardWay *way)
{
  return copy_maker_take (draw (text, way), &way->copy);
}
