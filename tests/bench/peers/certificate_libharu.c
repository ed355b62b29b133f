/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The bench's certificate made with libharu: CONTENT RUNS -> milliseconds for one. It shapes
 * nothing, tags nothing, and takes Lato for every face, since it does not read OpenType/CFF.
 */
#include <glib.h>
#include <hpdf.h>
#include <math.h>
#include <stdlib.h>
#include <time.h>

#define LATO "/usr/share/fonts/truetype/lato/"
#define HEIGHT 595.28f

static void
on_error (HPDF_STATUS error, HPDF_STATUS detail, void *data)
{
  exit (1);
}

/* As many curves as the frame and the rosette have. */
static void
draw_curves (HPDF_Page page)
{
  HPDF_Page_SetLineWidth (page, 0.4f);
  for (int strand = 0; strand < 59; strand++)
    {
      float y = 40.0f + 8.7f * (float) strand, x = 40;

      HPDF_Page_MoveTo (page, x, y);
      for (int i = 0; i < 33; i++, x += 23)
        {
          float side = i % 2 ? 4.2f : -4.2f;

          HPDF_Page_CurveTo (page, x + 8.4f, y + side, x + 14.6f, y - side, x + 23, y - side);
        }
      HPDF_Page_Stroke (page);
    }
}

static void
draw_line (HPDF_Page page, HPDF_Font fonts[2], char **part)
{
  HPDF_Page_BeginText (page);
  HPDF_Page_SetFontAndSize (page, fonts[atoi (part[1]) == 1],
                            (float) g_ascii_strtod (part[2], NULL));
  HPDF_Page_TextOut (page, (float) g_ascii_strtod (part[3], NULL),
                     HEIGHT - (float) g_ascii_strtod (part[4], NULL), part[5]);
  HPDF_Page_EndText (page);
}

static void
make (char **lines)
{
  HPDF_Doc doc = HPDF_New (on_error, NULL);
  HPDF_Page page;
  HPDF_Font fonts[2];

  HPDF_UseUTFEncodings (doc);
  HPDF_SetCompressionMode (doc, HPDF_COMP_ALL);
  page = HPDF_AddPage (doc);
  HPDF_Page_SetSize (page, HPDF_PAGE_SIZE_A4, HPDF_PAGE_LANDSCAPE);
  fonts[0] = HPDF_GetFont (doc, HPDF_LoadTTFontFromFile (doc, LATO "Lato-Regular.ttf", HPDF_TRUE),
                           "UTF-8");
  fonts[1] = HPDF_GetFont (doc, HPDF_LoadTTFontFromFile (doc, LATO "Lato-Bold.ttf", HPDF_TRUE),
                           "UTF-8");
  draw_curves (page);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) part = g_strsplit (lines[i], "\t", 6);

      if (*lines[i] == 'T')
        draw_line (page, fonts, part);
      else if (*lines[i] == 'R')
        HPDF_Page_Rectangle (page, 80 + 2.5f * (float) atoi (part[1]),
                             200 - 2.5f * (float) atoi (part[2]), 2.5f, 2.5f);
    }
  HPDF_Page_Fill (page);
  HPDF_SaveToStream (doc);
  HPDF_Free (doc);
}

int
main (int argc, char **argv)
{
  g_autofree char *content = NULL;
  g_auto (GStrv) lines = NULL;
  int runs = argc == 3 ? atoi (argv[2]) : 0;
  double best = G_MAXDOUBLE;

  if (runs < 1 || !g_file_get_contents (argv[1], &content, NULL, NULL))
    return 2;
  lines = g_strsplit (content, "\n", -1);
  for (int i = 0; i <= runs; i++)
    {
      clock_t start = clock (); /* processor time */

      make (lines);
      best = MIN (best, (double) (clock () - start) * 1e3 / CLOCKS_PER_SEC);
    }
  g_print ("%.3f\n", best);
  return 0;
}
