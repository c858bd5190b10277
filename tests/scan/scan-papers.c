/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scan-papers.h"

#include "scan-ink.h"

#define MM_PER_INCH 25.4

typedef struct
{
  double x, y, size; /* mm: its left, its middle, its height */
  const char *text;
} Line;

static const Line licence_lines[] = {
  { 72, 62, 15, "营业执照" },
  { 30, 85, 4.5, "统一社会信用代码 91350100M000100Y43" },
  { 30, 105, 4.5, "名　　称　深圳市测试测试科技有限公司" },
  { 30, 117, 4.5, "类　　型　有限责任公司（自然人投资或控股）" },
  { 30, 129, 4.5, "法定代表人　测试甲" },
  { 30, 141, 3.2,
    "经营范围　软件开发；信息技术咨询服务；数据处理服务；计算机系统服务；办公设备销售。" },
  { 30, 147, 3.2, "（依法须经批准的项目，经相关部门批准后方可开展经营活动）" },
  { 30, 161, 4.5, "注册资本　壹佰万元整" },
  { 30, 173, 4.5, "成立日期　2020年03月02日" },
  { 30, 185, 4.5, "营业期限　2020年03月02日至长期" },
  { 30, 197, 4.5, "住　　所　深圳市南山区测试路一号" },
  { 120, 225, 4.5, "登记机关" },
  { 120, 245, 4.5, "2024年05月20日" },
  { 30, 270, 2.8, "国家企业信用信息公示系统网址：　市场主体应当于每年1月1日至6月30日报送年度报告" },
};

static const Line card_lines[] = {
  { 62, 62, 3.6, "姓名　测试乙" },
  { 62, 71, 3.6, "性别　女　民族　汉" },
  { 62, 80, 3.6, "出生　1990年1月1日" },
  { 62, 90, 3.6, "住址　深圳市南山区测试路一号" },
  { 62, 104, 4.0, "公民身份号码　11010519491231002X" },
  { 85, 160, 6.0, "中华人民共和国" },
  { 85, 172, 7.0, "居民身份证" },
  { 78, 190, 3.4, "签发机关　深圳市公安局南山分局" },
  { 78, 198, 3.4, "有效期限　2020.01.01-2040.01.01" },
};

cairo_surface_t *
scan_papers_empty (double dpi)
{
  cairo_surface_t *sheet =
      cairo_image_surface_create (CAIRO_FORMAT_RGB24,
                                  (int) (HALL_PAPER_WIDTH_MM / MM_PER_INCH * dpi),
                                  (int) (HALL_PAPER_HEIGHT_MM / MM_PER_INCH * dpi));
  cairo_t *cairo = cairo_create (sheet);

  cairo_set_source_rgb (cairo, 1, 1, 1);
  cairo_paint (cairo);
  cairo_destroy (cairo);
  cairo_surface_flush (sheet);
  return sheet;
}

static void
write_lines (cairo_surface_t *sheet, double dpi, const Line *lines, gsize n)
{
  double unit = dpi / MM_PER_INCH;
  cairo_t *cairo = cairo_create (sheet);

  cairo_set_source_rgb (cairo, 0.08, 0.08, 0.08);
  for (gsize i = 0; i < n; i++)
    scan_ink_write (cairo, lines[i].text, lines[i].size * unit, lines[i].x * unit,
                    lines[i].y * unit);
  cairo_destroy (cairo);
  cairo_surface_flush (sheet);
}

/* A frame of two lines with the colours of a certificate, and a pale ground. */
static void
draw_border (cairo_surface_t *sheet, double dpi)
{
  cairo_t *cairo = cairo_create (sheet);

  cairo_scale (cairo, dpi / MM_PER_INCH, dpi / MM_PER_INCH);
  cairo_set_source_rgb (cairo, 0.97, 0.95, 0.88);
  cairo_rectangle (cairo, 14, 14, 182, 269);
  cairo_fill (cairo);
  cairo_set_source_rgb (cairo, 0.72, 0.58, 0.28);
  for (int i = 0; i < 2; i++)
    {
      cairo_set_line_width (cairo, i == 0 ? 2.2 : 0.5);
      cairo_rectangle (cairo, 14 + 4 * i, 14 + 4 * i, 182 - 8 * i, 269 - 8 * i);
      cairo_stroke (cairo);
    }
  cairo_set_source_rgb (cairo, 0.78, 0.16, 0.12);
  cairo_arc (cairo, 105, 38, 10, 0, 2 * G_PI);
  cairo_fill (cairo);
  cairo_destroy (cairo);
  cairo_surface_flush (sheet);
}

cairo_surface_t *
scan_papers_licence (double dpi)
{
  static const ScanSeal office = { .x = 145, .y = 232, .diameter = 45, .uneven = 0.2 };
  cairo_surface_t *sheet = scan_papers_empty (dpi);

  scan_sim_lock ();
  draw_border (sheet, dpi);
  write_lines (sheet, dpi, licence_lines, G_N_ELEMENTS (licence_lines));
  scan_ink_stamp (sheet, dpi, &office, 3);
  scan_sim_unlock ();
  return sheet;
}

static void
draw_card (cairo_t *cairo, double y, gboolean has_portrait)
{
  cairo_set_source_rgb (cairo, 0.86, 0.91, 0.93);
  cairo_rectangle (cairo, 56, y, 98, 62);
  cairo_fill (cairo);
  cairo_set_line_width (cairo, 0.3);
  cairo_set_source_rgb (cairo, 0.5, 0.55, 0.6);
  cairo_rectangle (cairo, 56, y, 98, 62);
  cairo_stroke (cairo);
  if (!has_portrait)
    return;
  cairo_set_source_rgb (cairo, 0.78, 0.82, 0.86);
  cairo_rectangle (cairo, 122, y + 10, 26, 34);
  cairo_fill (cairo);
  cairo_set_source_rgb (cairo, 0.3, 0.25, 0.22);
  cairo_arc (cairo, 135, y + 23, 7.5, 0, 2 * G_PI);
  cairo_fill (cairo);
  cairo_rectangle (cairo, 126, y + 33, 18, 11);
  cairo_fill (cairo);
}

cairo_surface_t *
scan_papers_id_card (double dpi)
{
  cairo_surface_t *sheet = scan_papers_empty (dpi);
  cairo_t *cairo;

  scan_sim_lock ();
  cairo = cairo_create (sheet);
  cairo_scale (cairo, dpi / MM_PER_INCH, dpi / MM_PER_INCH);
  draw_card (cairo, 52, TRUE);
  draw_card (cairo, 148, FALSE);
  cairo_destroy (cairo);
  write_lines (sheet, dpi, card_lines, G_N_ELEMENTS (card_lines));
  scan_sim_unlock ();
  return sheet;
}
