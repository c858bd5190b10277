/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "licence-maker.h"

#include <math.h>
#include <pango/pangocairo.h>

#include "copy-maker.h"
#include "hall-qr.h"

#define PX_PER_MM (200 / 25.4)
#define WIDTH_MM  297.0
#define HEIGHT_MM 210.0

/* clang-format off */
const LicenceText licence_texts[N_LICENCES] = {
  { "91110108526018159H", "深圳市云帆信息技术股份有限公司", "有限责任公司（自然人投资或控股）", "王建国", "壹佰万元整",
    "2003年01月01日", "长期", "广东省深圳市南山区高新南一道8号", "长期" },
  { "91310115MAXG612D6R", "杭州恒鑫建设工程有限公司", "有限责任公司（自然人独资）", "李秀兰", "壹佰万元整",
    "2004年02月08日", "2004年02月08日至长期", "浙江省杭州市西湖区文三路199号3幢", "长期" },
  { "9144030531860913XF", "北京博瑞医疗器械有限公司", "股份有限公司（非上市）", "张伟", "壹佰万元整",
    "2005年03月15日", "2005年03月15日至2035年03月15日", "北京市海淀区中关村大街27号1101室", "2035-03-15" },
  { "91330106MAJJC1718N", "上海金喆装饰设计股份有限公司", "其他有限责任公司", "陈志强", "伍佰万元整",
    "2006年04月22日", "长期", "上海市浦东新区张江路665号2层", "长期" },
  { "9132010246281948XE", "华淼环境科技（成都）有限公司", "有限责任公司（自然人投资或控股）", "刘洋", "伍佰万元整",
    "2007年05月01日", "2007年05月01日至长期", "四川省成都市武侯区天府大道北段18号", "长期" },
  { "91510107MA3JJL6B14", "武汉德润供应链管理有限公司", "有限责任公司（自然人独资）", "赵敏", "壹佰万元整",
    "2008年06月08日", "2008年06月08日至2038年06月08日", "湖北省武汉市洪山区珞瑜路312号", "2038-06-08" },
  { "91420111909378657C", "厦门晨曦电子商务股份有限公司", "股份有限公司（非上市）", "黄海燕", "贰仟万元整",
    "2009年07月15日", "长期", "福建省厦门市思明区湖滨南路57号", "长期" },
  { "91350203MAB97R5N3P", "青岛鸿毅机电设备有限公司", "其他有限责任公司", "周文博", "壹佰万元整",
    "2010年08月22日", "2010年08月22日至长期", "山东省青岛市市南区香港中路12号", "长期" },
  { "91370202948757491A", "西安瑞丰园林绿化有限公司", "有限责任公司（自然人投资或控股）", "吴晓东", "壹佰万元整",
    "2011年09月01日", "2011年09月01日至2041年09月01日", "陕西省西安市雁塔区科技路33号", "2041-09-01" },
  { "91610113MAGD5QA47E", "中恺工程咨询（南京）有限公司", "有限责任公司（自然人独资）", "孙立军", "贰仟万元整",
    "2012年10月08日", "长期", "江苏省南京市玄武区中山路268号", "长期" },
  { "911101080189555978", "深圳市安泰消防工程有限公司", "股份有限公司（非上市）", "徐丽娜", "贰仟万元整",
    "2013年11月15日", "2013年11月15日至长期", "广东省深圳市南山区高新南一道8号", "长期" },
  { "91310115MA2T2Y8FXA", "杭州启明教育科技有限公司", "其他有限责任公司", "马超", "壹佰万元整",
    "2014年12月22日", "2014年12月22日至2044年12月22日", "浙江省杭州市西湖区文三路199号3幢", "2044-12-22" },
  { "914403050497465075", "北京盛世文化传媒股份有限公司", "有限责任公司（自然人投资或控股）", "朱宏伟", "人民币1000万元",
    "2015年01月01日", "长期", "北京市海淀区中关村大街27号1101室", "长期" },
  { "91330106MA5K3F164Y", "上海凌云测绘地理信息有限公司", "有限责任公司（自然人独资）", "胡佳怡", "伍佰万元整",
    "2016年02月08日", "2016年02月08日至长期", "上海市浦东新区张江路665号2层", "长期" },
  { "91320102366712768L", "嘉禾农业发展（成都）有限公司", "股份有限公司（非上市）", "郭子豪", "人民币1000万元",
    "2017年03月15日", "2017年03月15日至2047年03月15日", "四川省成都市武侯区天府大道北段18号", "2047-03-15" },
  { "91510107MAW4TDUH4W", "武汉东方汇智软件股份有限公司", "其他有限责任公司", "林雪梅", "贰仟万元整",
    "2018年04月22日", "长期", "湖北省武汉市洪山区珞瑜路312号", "长期" },
  { "9142011156321223X5", "厦门海纳物流有限公司", "有限责任公司（自然人投资或控股）", "何振华", "伍佰万元整",
    "2019年05月01日", "2019年05月01日至长期", "福建省厦门市思明区湖滨南路57号", "长期" },
  { "91350203MA0FTJ5848", "青岛锦绣建筑劳务有限公司", "有限责任公司（自然人独资）", "高翔", "壹佰万元整",
    "2020年06月08日", "2020年06月08日至2050年06月08日", "山东省青岛市市南区香港中路12号", "2050-06-08" },
  { "91370202268599528B", "西安卓越招标代理股份有限公司", "股份有限公司（非上市）", "梁思远", "壹佰万元整",
    "2021年07月15日", "长期", "陕西省西安市雁塔区科技路33号", "长期" },
  { "91610113MAEWUQYUXG", "致远新能源（南京）有限公司", "其他有限责任公司", "欧阳明", "贰仟万元整",
    "2022年08月22日", "2022年08月22日至长期", "江苏省南京市玄武区中山路268号", "长期" },
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
  pango_layout_set_text (layout, text, -1);
  cairo_move_to (page->cairo, x_mm, y_mm);
  pango_cairo_show_layout (page->cairo, layout);
  pango_font_description_free (font);
}

/* The fine waves that licences are printed on. */
static void
draw_guilloche (cairo_t *cairo)
{
  cairo_set_line_width (cairo, 0.12);
  for (int wave = 0; wave < 60; wave++)
    {
      cairo_set_source_rgb (cairo, 0.97, 0.87 - 0.05 * (wave % 2), 0.76);
      for (int x = 10; x <= 287; x++)
        cairo_line_to (cairo, x, 12 + wave * 3.2 + 2.5 * sin (x / 6.0 + wave));
      cairo_stroke (cairo);
    }
}

static void
draw_frame (cairo_t *cairo)
{
  cairo_set_source_rgb (cairo, 0.72, 0.58, 0.2);
  cairo_set_line_width (cairo, 1.6);
  cairo_rectangle (cairo, 10, 10, 277, 190);
  cairo_stroke (cairo);
}

/* The seal of the registry: over its name, as it is stamped. */
static void
draw_seal (const Page *page)
{
  cairo_t *cairo = page->cairo;

  cairo_save (cairo);
  cairo_set_source_rgba (cairo, 0.85, 0.1, 0.12, 0.75);
  cairo_set_line_width (cairo, 1.2);
  cairo_arc (cairo, 232, 163, 21, 0, 2 * G_PI);
  cairo_stroke (cairo);
  for (int point = 0; point < 5; point++)
    {
      double angle = point * 4 * G_PI / 5 - G_PI / 2;

      cairo_line_to (cairo, 232 + 6 * cos (angle), 163 + 6 * sin (angle));
    }
  cairo_fill (cairo);
  write_at (page, 216, 172, 4, "市场监督管理局");
  cairo_restore (cairo);
}

static void
draw_qr (cairo_t *cairo)
{
  g_autoptr (HallQr) qr = hall_qr_new ("https://example.invalid/licence/7341", NULL);

  hall_qr_draw (qr, cairo, 248, 30, 0.8);
}

static void
draw_texts (const Page *page, const LicenceText *text)
{
  const struct
  {
    double x, y;
    const char *label, *value;
  } lines[] = {
    { 24, 88, "名　　称", text->name },         { 24, 100, "类　　型", text->type },
    { 24, 112, "法定代表人", text->legal_rep }, { 170, 88, "注册资本", text->capital },
    { 170, 100, "成立日期", text->founded },    { 170, 112, "营业期限", text->term },
    { 170, 124, "住　　所", text->address },
  };

  cairo_set_source_rgb (page->cairo, 0.08, 0.08, 0.08);
  write_at (page, 112, 36, 18, "营业执照");
  write_at (page, 135, 60, 6, "（副　本）");
  write_at (page, 24, 30, 4, "统一社会信用代码");
  write_at (page, 24, 36, 5, text->uscc);
  for (gsize i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      write_at (page, lines[i].x, lines[i].y, 4.6, lines[i].label);
      write_at (page, lines[i].x + 29, lines[i].y + 0.1, 4.4, lines[i].value);
    }
  write_at (page, 24, 124, 4.6, "经营范围");
  write_at (page, 53, 124, 4.2,
            "技术服务、技术开发、技术咨询；软件销售；\n"
            "工程管理服务；货物进出口；会议及展览服务。\n"
            "（依法须经批准的项目，经批准后方可开展）");
  write_at (page, 190, 160, 4.6, "登记机关");
  write_at (page, 205, 186, 4.4, text->founded);
  write_at (page, 24, 192, 3, "国家企业信用信息公示系统网址：http://www.gsxt.gov.cn");
}

static cairo_surface_t *
draw (const LicenceText *text, const LicenceWay *way)
{
  cairo_surface_t *surface =
      cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) (WIDTH_MM * PX_PER_MM),
                                  (int) (HEIGHT_MM * PX_PER_MM));
  Page page = { cairo_create (surface), way->family };

  cairo_set_source_rgb (page.cairo, 0.98, 0.97, 0.95);
  cairo_paint (page.cairo);
  cairo_scale (page.cairo, PX_PER_MM, PX_PER_MM);
  cairo_translate (page.cairo, WIDTH_MM / 2, HEIGHT_MM / 2);
  cairo_rotate (page.cairo, way->degrees * G_PI / 180);
  cairo_translate (page.cairo, -WIDTH_MM / 2, -HEIGHT_MM / 2);
  draw_guilloche (page.cairo);
  draw_frame (page.cairo);
  draw_texts (&page, text);
  draw_qr (page.cairo);
  draw_seal (&page);
  cairo_destroy (page.cairo);
  cairo_surface_flush (surface);
  return surface;
}

GBytes *
licence_maker_copy (const LicenceText *text, const LicenceWay *way)
{
  CopyWay copy = { way->noise, way->quality, way->turns, FALSE };

  return copy_maker_take (draw (text, way), &copy);
}
