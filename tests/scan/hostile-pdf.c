/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * PDF files that were made to harm: each attacks another part of who reads them.
 */
#include <string.h>

#include "hostile-maker.h"
#include "scan-maker.h"

#define MAX_OBJECTS 8

/* Of most pages: small, since looking for a code takes its time on any page. */
#define SIZE "0 0 90 125"

#define CATALOG  "<</Type/Catalog/Pages 2 0 R>>"
#define ONE_PAGE "<</Type/Pages/Kids[3 0 R]/Count 1>>"
#define PAGE(x)  "<</Type/Page/Parent 2 0 R/MediaBox[" SIZE "]/Contents 4 0 R " x ">>"
#define BOX(x)   "<</Type/Page/Parent 2 0 R/MediaBox[" x "]/Contents 4 0 R>>"
#define DRAW(x)  "<</Length 40>>stream\n" x "\nendstream"
#define USES(x)  PAGE ("/Resources<</XObject<</A 5 0 R>>" x ">>")
#define FORM(r, c) \
  "<</Type/XObject/Subtype/Form/BBox[0 0 595 842]" r "/Length 200>>stream\n" c "\nendstream"
#define IMAGE(x) "<</Type/XObject/Subtype/Image" x "/Length 4>>stream\nabcd\nendstream"
#define SHOWN(x)                                                       \
  {                                                                    \
    CATALOG, ONE_PAGE, USES (""), DRAW ("595 0 0 842 0 0 cm /A Do"), x \
  }
#define TEN(x) x x x x x x x x x x

static const struct
{
  const char *name;
  const char *objects[MAX_OBJECTS];
} files_by_hand[] = {
  /* the tree of pages */
  { "pages-own-child", { CATALOG, "<</Type/Pages/Kids[2 0 R]/Count 1>>" } },
  { "pages-cycle",
    { CATALOG, "<</Type/Pages/Kids[3 0 R]/Count 9>>",
      "<</Type/Pages/Parent 2 0 R/Kids[2 0 R 3 0 R]/Count 9>>" } },
  { "pages-count",
    { CATALOG, "<</Type/Pages/Kids[3 0 R]/Count 2000000000>>", PAGE (""), DRAW ("") } },
  { "pages-negative", { CATALOG, "<</Type/Pages/Kids[3 0 R]/Count -5>>", PAGE (""), DRAW ("") } },
  { "pages-missing", { CATALOG } },
  { "pages-no-dictionary", { CATALOG, "42" } },
  { "pages-same",
    { CATALOG, "<</Type/Pages/Kids[" TEN (TEN ("3 0 R ")) "]/Count 100>>", PAGE (""), DRAW ("") } },
  { "parent-cycle",
    { CATALOG, ONE_PAGE, "<</Type/Page/Parent 3 0 R/Contents 4 0 R>>", DRAW ("0 0 9 9 re f") } },
  /* sizes */
  { "box-huge", { CATALOG, ONE_PAGE, BOX ("0 0 1000000000 1000000000"), DRAW ("0 0 9 9 re f") } },
  { "box-long", { CATALOG, ONE_PAGE, BOX ("0 0 1 14400"), DRAW ("0 0 9 9 re f") } },
  { "box-largest", { CATALOG, ONE_PAGE, BOX ("0 0 14400 14400"), DRAW ("0 0 9 9 re f") } },
  { "box-empty", { CATALOG, ONE_PAGE, BOX ("0 0 0 0"), DRAW ("0 0 9 9 re f") } },
  { "box-backwards", { CATALOG, ONE_PAGE, BOX ("595 842 0 0"), DRAW ("0 0 9 9 re f") } },
  { "box-no-number", { CATALOG, ONE_PAGE, BOX ("/a (b) null 99999999999999999999"), DRAW ("f") } },
  { "user-unit", { CATALOG, ONE_PAGE, PAGE ("/UserUnit 1e30"), DRAW ("0 0 9 9 re f") } },
  { "rotate", { CATALOG, ONE_PAGE, PAGE ("/Rotate 2147483647"), DRAW ("0 0 9 9 re f") } },
  /* recursion */
  { "form-self", SHOWN (FORM ("/Resources<</XObject<</A 5 0 R>>>>", "/A Do")) },
  { "form-tens",
    { CATALOG, ONE_PAGE, USES (""), DRAW (TEN ("/A Do ")),
      FORM ("/Resources<</XObject<</B 6 0 R>>>>", TEN ("/B Do ")),
      FORM ("/Resources<</XObject<</C 7 0 R>>>>", TEN ("/C Do ")),
      FORM ("/Resources<</XObject<</D 8 0 R>>>>", "/D Do /D Do "),
      FORM ("", "0 0 595 842 re f ") } },
  { "form-laughs",
    { CATALOG, ONE_PAGE, USES (""), DRAW (TEN ("/A Do ")),
      FORM ("/Resources<</XObject<</B 6 0 R>>>>", TEN (TEN ("/B Do "))),
      FORM ("/Resources<</XObject<</C 7 0 R>>>>", TEN (TEN ("/C Do "))),
      FORM ("/Resources<</XObject<</D 8 0 R>>>>", TEN (TEN ("/D Do "))),
      FORM ("", TEN (TEN ("0 0 595 842 re f "))) } },
  { "group-self",
    SHOWN (FORM ("/Group<</S/Transparency/I true/K true>>/Resources<</XObject<</A 5 0 R>>>>",
                 "/A Do /A Do")) },
  { "mask-self",
    { CATALOG, ONE_PAGE, PAGE ("/Resources<</ExtGState<</G 5 0 R>>>>"),
      DRAW ("/G gs 0 0 99 99 re f"), "<</SMask<</S/Luminosity/G 6 0 R>>>>",
      FORM ("/Group<</S/Transparency>>/Resources<</ExtGState<</G 5 0 R>>>>",
            "/G gs 0 0 99 99 re f") } },
  { "type3-self",
    { CATALOG, ONE_PAGE, PAGE ("/Resources<</Font<</F 5 0 R>>>>"), DRAW ("BT /F 9 Tf (aaaa) Tj ET"),
      "<</Type/Font/Subtype/Type3/FontBBox[0 0 9 9]/FontMatrix[1 0 0 1 0 0]/FirstChar 97/LastChar "
      "97/Widths[1]/Encoding<</Differences[97/a]>>/CharProcs<</a 6 0 R>>/Resources<</Font<</F 5 0 "
      "R>>>>>>",
      "<</Length 60>>stream\n1 0 d0 BT /F 9 Tf (aaaaaaaaaaaaaaaaaaaa) Tj ET\nendstream" } },
  { "font-descendant-self",
    { CATALOG, ONE_PAGE, PAGE ("/Resources<</Font<</F 5 0 R>>>>"), DRAW ("BT /F 9 Tf (aa) Tj ET"),
      "<</Type/Font/Subtype/Type0/BaseFont/X/Encoding/Identity-H/DescendantFonts[5 0 R]>>" } },
  { "font-file-self",
    { CATALOG, ONE_PAGE, PAGE ("/Resources<</Font<</F 5 0 R>>>>"), DRAW ("BT /F 9 Tf (aa) Tj ET"),
      "<</Type/Font/Subtype/TrueType/BaseFont/X/FontDescriptor 6 0 R>>",
      "<</Type/FontDescriptor/FontFile2 6 0 R/Flags 4>>" } },
  { "pattern-self",
    { CATALOG, ONE_PAGE, PAGE ("/Resources<</Pattern<</P 5 0 R>>>>"),
      DRAW ("/Pattern cs /P scn 0 0 595 842 re f"),
      "<</Type/Pattern/PatternType 1/PaintType 1/TilingType 1/BBox[0 0 9 9]/XStep 9/YStep 9"
      "/Resources<</Pattern<</P 5 0 R>>>>/Length 40>>stream\n/Pattern cs /P scn 0 0 9 9 re f\n"
      "endstream" } },
  { "pattern-tiny",
    { CATALOG, ONE_PAGE, PAGE ("/Resources<</Pattern<</P 5 0 R>>>>"),
      DRAW ("/Pattern cs /P scn 0 0 595 842 re f"),
      "<</Type/Pattern/PatternType 1/PaintType 1/TilingType 1/BBox[0 0 9 9]/XStep 0.00001"
      "/YStep 0.00001/Resources<<>>/Length 12>>stream\n0 0 9 9 re f\nendstream" } },
  { "length-self", { CATALOG, ONE_PAGE, PAGE (""), "<</Length 4 0 R>>stream\nf\nendstream" } },
  { "reference-self", { CATALOG, ONE_PAGE, "3 0 R" } },
  { "function-self",
    { CATALOG, ONE_PAGE, PAGE ("/Resources<</ColorSpace<</C[/Separation/X/DeviceRGB 5 0 R]>>>>"),
      DRAW ("/C cs 1 scn 0 0 99 99 re f"),
      "<</FunctionType 3/Domain[0 1]/Functions[5 0 R 5 0 R]/Bounds[0.5]/Encode[0 1 0 1]>>" } },
  { "space-self",
    { CATALOG, ONE_PAGE, PAGE ("/Resources<</ColorSpace<</C 5 0 R>>>>"),
      DRAW ("/C cs 1 scn 0 0 99 99 re f"), "[/Indexed 5 0 R 255 (abc)]" } },
  { "outlines-self",
    { "<</Type/Catalog/Pages 2 0 R/Outlines 5 0 R>>", ONE_PAGE, PAGE (""), DRAW ("f"),
      "<</First 5 0 R/Last 5 0 R/Next 5 0 R/Title(a)/Count 99>>" } },
  { "names-self",
    { "<</Type/Catalog/Pages 2 0 R/Names<</Dests 5 0 R>>>>", ONE_PAGE, PAGE (""), DRAW ("f"),
      "<</Kids[5 0 R 5 0 R]>>" } },
  /* pictures and what packs them */
  { "image-huge",
    SHOWN (IMAGE ("/Width 100000/Height 100000/ColorSpace/DeviceRGB/BitsPerComponent 8")) },
  { "image-wraps",
    SHOWN (IMAGE ("/Width 65537/Height 65537/ColorSpace/DeviceCMYK/BitsPerComponent 16")) },
  { "image-wide",
    SHOWN (IMAGE ("/Width 2147483647/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8")) },
  { "image-negative",
    SHOWN (IMAGE ("/Width -5/Height -5/ColorSpace/DeviceGray/BitsPerComponent 8")) },
  { "image-bits", SHOWN (IMAGE ("/Width 9/Height 9/ColorSpace/DeviceGray/BitsPerComponent 99")) },
  { "image-mask-self",
    SHOWN (IMAGE ("/Width 9/Height 9/ColorSpace/DeviceGray/BitsPerComponent 8/SMask 5 0 R")) },
  { "predictor-columns",
    SHOWN (IMAGE ("/Width 9/Height 9/ColorSpace/DeviceGray/BitsPerComponent 8/Filter/FlateDecode"
                  "/DecodeParms<</Predictor 15/Columns 1073741824/Colors 4>>")) },
  { "predictor-colours",
    SHOWN (IMAGE ("/Width 9/Height 9/ColorSpace/DeviceGray/BitsPerComponent 8/Filter/LZWDecode"
                  "/DecodeParms<</Predictor 2/Columns 9/Colors 2147483647>>")) },
  { "fax-columns", SHOWN (IMAGE ("/Width 9/Height 9/ImageMask true/Filter/CCITTFaxDecode"
                                 "/DecodeParms<</K -1/Columns 2147483646/Rows 2147483646>>")) },
  { "jbig2", SHOWN (IMAGE ("/Width 9/Height 9/ImageMask true/Filter/JBIG2Decode"
                           "/DecodeParms<</JBIG2Globals 5 0 R>>")) },
  { "jpx", SHOWN (IMAGE ("/Width 60000/Height 60000/Filter/JPXDecode")) },
  { "filters",
    SHOWN (IMAGE ("/Width 9/Height 9/ColorSpace/DeviceGray/BitsPerComponent 8/Filter[" TEN (
        TEN ("/RunLengthDecode/ASCIIHexDecode")) "]")) },
  { "shading-mesh",
    { CATALOG, ONE_PAGE, PAGE ("/Resources<</Shading<</S 5 0 R>>>>"), DRAW ("/S sh"),
      "<</ShadingType 5/VerticesPerRow 2147483647/ColorSpace/DeviceRGB/BitsPerCoordinate 32"
      "/BitsPerComponent 16/Decode[0 1 0 1 0 1 0 1 0 1]/Length 4>>stream\nabcd\nendstream" } },
  { "function-size",
    { CATALOG, ONE_PAGE, PAGE ("/Resources<</Shading<</S 5 0 R>>>>"), DRAW ("/S sh"),
      "<</ShadingType 1/ColorSpace/DeviceRGB/Function 6 0 R>>",
      "<</FunctionType 0/Domain[0 1 0 1]/Range[0 1 0 1 0 1]/Size[60000 60000]/BitsPerSample 32"
      "/Length 4>>stream\nabcd\nendstream" } },
  { "dashes", { CATALOG, ONE_PAGE, PAGE (""), DRAW ("[.000001] 0 d 0 0 m 595 842 l S") } },
  /* what is done by itself */
  { "javascript",
    { "<</Type/Catalog/Pages 2 0 R/OpenAction<</S/JavaScript/JS(while\\(1\\);)>>>>", ONE_PAGE,
      PAGE (""), DRAW ("f") } },
  { "launch",
    { "<</Type/Catalog/Pages 2 0 R/OpenAction<</S/Launch/F(/bin/sh)>>>>", ONE_PAGE, PAGE (""),
      DRAW ("f") } },
  { "xfa",
    { "<</Type/Catalog/Pages 2 0 R/AcroForm<</XFA 5 0 R/Fields[6 0 R]>>>>", ONE_PAGE, PAGE (""),
      DRAW ("f"),
      "<</Length 60>>stream\n<!DOCTYPE a SYSTEM \"file:///etc/passwd\"><xdp>&a;\n"
      "endstream",
      "<</Kids[6 0 R]/Parent 6 0 R/T(a)>>" } },
  { "file-elsewhere",
    SHOWN (IMAGE ("/Width 9/Height 9/ColorSpace/DeviceGray/BitsPerComponent 8/F(/etc/passwd)")) },
  { "encrypted",
    { CATALOG, ONE_PAGE, PAGE ("/Encrypt<</Filter/Standard/V 5/R 6/Length 256>>"), DRAW ("f") } },
  { "object-stream",
    { CATALOG, ONE_PAGE, PAGE (""),
      "<</Type/ObjStm/N 1000000000/First 10/Extends 4 0 R/Length 40>>stream\n3 0 4 9 <<>>\n"
      "endstream" } },
};

/* A text again and again, in the middle of a page's object or of its content. */
static const struct
{
  const char *name;
  const char *before, *again, *after;
  guint times;
} nested[] = {
  { "arrays", "<</Type/Page/Parent 2 0 R/MediaBox ", "[", "0>>", 500000 },
  { "dictionaries", "<</Type/Page/Parent 2 0 R/A ", "<</A ", ">>", 300000 },
  { "strings", "<</Type/Page/Parent 2 0 R/A ", "(", ">>", 500000 },
  { "digits", "<</Type/Page/Parent 2 0 R/Rotate ", "9", ">>", 1000000 },
  { "name", "<</Type/Page/Parent 2 0 R/", "A", " 1>>", 1000000 },
  { "comments", "<</Type/Page/Parent 2 0 R ", "%\n", "/MediaBox[" SIZE "]>>", 500000 },
  { "annotations", "<</Type/Page/Parent 2 0 R/MediaBox[" SIZE "]/Annots[",
    "<</Subtype/Link/Rect[0 0 9 9]>>", "]>>", 30000 },
  { "contents", "<</Type/Page/Parent 2 0 R/MediaBox[" SIZE "]/Contents[", "4 0 R ", "]>>", 1500 },
  { "references", "<</Type/Page/Parent 2 0 R/MediaBox[" SIZE "]/Kids[", "3 0 R ", "]>>", 50000 },
};

/* Content that is small only while it is packed. Lines take all the time there is; the
 * others show that nothing else gives way before. */
static const struct
{
  const char *name;
  const char *pattern;
  gsize size;
} bombs[] = {
  { "zeros", "0 0 0 0 ", 1u * 1024 * 1024 },
  { "blanks", "        ", 10u * 1024 * 1024 },
  { "saves", "q ", 3u * 1024 * 1024 },
  { "restores", "Q ", 3u * 1024 * 1024 },
  { "clips", "0 0 595 842 re W n ", 1u * 1024 * 1024 },
  { "lines", "0 0 m 595 842 l S ", 2u * 1024 * 1024 },
  { "one-path", "0 0 m 595 842 l 9 99 l ", 1u * 1024 * 1024 },
  { "curves", "0 0 m 1 90 60 1 59 84 c S ", 6u * 1024 },
  { "fills", "0 0 95 42 re f ", 10u * 1024 },
  { "nested-arrays", "[", 3u * 1024 * 1024 },
  { "nested-dictionaries", "<<", 200u * 1024 },
  { "texts", "BT /F 9 Tf (abcdefgh) Tj ET ", 800u * 1024 },
  { "inline-pictures", "BI /W 60000 /H 60000 /BPC 8 /CS /G ID abcd EI ", 500u * 1024 },
  { "operands", "1 2 3 4 5 6 7 8 9 ", 200u * 1024 },
  { "marks", "/A BMC ", 3u * 1024 },
  { "names", "/AAAAAAAA", 400u * 1024 },
};

static void
free_string (gpointer data)
{
  g_string_free (data, TRUE);
}

static GBytes *
make_by_hand (const char *const *objects)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (free_string);

  for (gsize i = 0; i < MAX_OBJECTS && objects[i] != NULL; i++)
    g_ptr_array_add (list, g_string_new (objects[i]));
  return scan_maker_raw_pdf (list);
}

static GBytes *
make_nested (gsize i)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (free_string);
  GString *page = g_string_new (nested[i].before);

  for (guint n = 0; n < nested[i].times; n++)
    g_string_append (page, nested[i].again);
  g_string_append (page, nested[i].after);
  g_ptr_array_add (list, g_string_new (CATALOG));
  g_ptr_array_add (list, g_string_new (ONE_PAGE));
  g_ptr_array_add (list, page);
  g_ptr_array_add (list, g_string_new (DRAW ("0 0 595 842 re f")));
  return scan_maker_raw_pdf (list);
}

/* A page under so many others. */
static GBytes *
make_deep_tree (guint depth)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (free_string);

  g_ptr_array_add (list, g_string_new (CATALOG));
  for (guint i = 0; i < depth; i++)
    {
      GString *node = g_string_new (NULL);

      g_string_printf (node, "<</Type/Pages/Kids[%u 0 R]/Count 1>>", i + 3);
      g_ptr_array_add (list, node);
    }
  g_ptr_array_add (list, g_string_new ("<</Type/Page/MediaBox[" SIZE "]>>"));
  return scan_maker_raw_pdf (list);
}

/* A picture whose points are packed twice: a million bytes for each that is sent. */
static GBytes *
make_packed_twice (void)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (free_string);
  g_autoptr (GBytes) packed = hostile_maker_pack ("AAAAAAAA", 900u * 1024 * 1024);
  GString *image = g_string_new ("<</Type/XObject/Subtype/Image/Width 30000/Height 30000/ColorSpace"
                                 "/DeviceGray/BitsPerComponent 8/Filter/FlateDecode");

  g_string_append_printf (image, "/Length %" G_GSIZE_FORMAT ">>stream\n",
                          g_bytes_get_size (packed));
  g_string_append_len (image, g_bytes_get_data (packed, NULL), (gssize) g_bytes_get_size (packed));
  g_string_append (image, "\nendstream");
  g_ptr_array_add (list, g_string_new (CATALOG));
  g_ptr_array_add (list, g_string_new (ONE_PAGE));
  g_ptr_array_add (list, g_string_new (USES ("")));
  g_ptr_array_add (list, g_string_new (DRAW ("595 0 0 842 0 0 cm /A Do")));
  g_ptr_array_add (list, image);
  return scan_maker_raw_pdf (list);
}

/* The table of objects: what the end of the file says of it. */
static const struct
{
  const char *name;
  const char *end;
} ends[] = {
  { "start-0", "trailer<</Root 1 0 R/Size 5>>\nstartxref\n0\n%%EOF\n" },
  { "start-far", "trailer<</Root 1 0 R/Size 5>>\nstartxref\n99999999999\n%%EOF\n" },
  { "start-negative", "trailer<</Root 1 0 R/Size 5>>\nstartxref\n-1\n%%EOF\n" },
  { "table-huge",
    "xref\n0 2000000000\n0000000000 65535 f \ntrailer<</Root 1 0 R/Size 2000000000>>\n"
    "startxref\n9\n%%EOF\n" },
  { "previous-self",
    "xref\n0 1\n0000000000 65535 f \ntrailer<</Root 1 0 R/Size 5/Prev 9>>\nstartxref\n"
    "9\n%%EOF\n" },
  { "stream-widths",
    "1 0 obj\n<</Type/XRef/W[9999999 9999999 9999999]/Size 99999999/Index[0 99999999]"
    "/Root 1 0 R/Length 4>>stream\nabcd\nendstream\nendobj\nstartxref\n9\n%%EOF\n" },
  { "no-root", "trailer<</Size 5>>\nstartxref\n9\n%%EOF\n" },
};

void
hostile_maker_add_pdfs (GPtrArray *files)
{
  for (gsize i = 0; i < G_N_ELEMENTS (files_by_hand); i++)
    hostile_maker_add (files, files_by_hand[i].name, make_by_hand (files_by_hand[i].objects));
  for (gsize i = 0; i < G_N_ELEMENTS (nested); i++)
    hostile_maker_add (files, nested[i].name, make_nested (i));
  for (gsize i = 0; i < G_N_ELEMENTS (bombs); i++)
    hostile_maker_add (files, bombs[i].name, scan_maker_bomb (bombs[i].pattern, bombs[i].size));
  for (gsize i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      char *text = g_strconcat ("%PDF-1.7\n", ends[i].end, NULL);

      hostile_maker_add (files, ends[i].name, g_bytes_new_take (text, strlen (text)));
    }
  hostile_maker_add (files, "tree-400", make_deep_tree (400));
  hostile_maker_add (files, "tree-20000", make_deep_tree (20000));
  hostile_maker_add (files, "packed-picture", make_packed_twice ());
}
