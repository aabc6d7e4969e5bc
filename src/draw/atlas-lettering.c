/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-draw"
#include "config.h"

#include <pango/pangocairo.h>

#include "atlas-lettering.h"

#define SERIF "Gentium Plus, Noto Serif, Noto Serif CJK TC, serif"
#define SERIF_HANT "Noto Serif CJK TC, Noto Serif, serif"
#define SERIF_HANS "Noto Serif CJK SC, Noto Serif, serif"
#define SANS "Cantarell, Noto Sans, Noto Sans CJK TC, sans"
#define SANS_HANT "Noto Sans CJK TC, Cantarell, Noto Sans, sans"
#define SANS_HANS "Noto Sans CJK SC, Cantarell, Noto Sans, sans"

gboolean
atlas_lettering_is_cjk (const char *lang)
{
  return lang != NULL && g_str_has_prefix (lang, "zh");
}

static const char *
choose_family (AtlasLetterRole role, const char *lang)
{
  gboolean serif = role <= ATLAS_ROLE_NUMERAL;

  if (!atlas_lettering_is_cjk (lang))
    return serif ? SERIF : SANS;
  if (g_str_has_prefix (lang, "zh-Hans"))
    return serif ? SERIF_HANS : SANS_HANS;
  return serif ? SERIF_HANT : SANS_HANT;
}

static PangoWeight
choose_weight (AtlasLetterRole role, gboolean cjk)
{
  switch (role)
    {
    case ATLAS_ROLE_POLITY:
      return cjk ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_SEMIBOLD;
    case ATLAS_ROLE_PLACE_BOLD:
    case ATLAS_ROLE_EVENT:
    case ATLAS_ROLE_COUNT:
      return PANGO_WEIGHT_BOLD;
    case ATLAS_ROLE_AREA:
    case ATLAS_ROLE_WATER:
    case ATLAS_ROLE_NUMERAL:
    case ATLAS_ROLE_PLACE:
    case ATLAS_ROLE_DATE:
    default:
      return PANGO_WEIGHT_NORMAL;
    }
}

PangoLayout *
atlas_lettering_create_layout (const AtlasLetterStyle *style, const char *text)
{
  g_autoptr (PangoFontDescription) font = pango_font_description_new ();
  g_autoptr (PangoAttrList) attributes = NULL;
  cairo_font_options_t *options = cairo_font_options_create ();
  gboolean cjk = atlas_lettering_is_cjk (style->lang);
  PangoContext *context;
  PangoLayout *layout;

  context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options (context, options);
  cairo_font_options_destroy (options);
  pango_context_set_round_glyph_positions (context, FALSE);
  if (style->lang != NULL)
    pango_context_set_language (context,
                                pango_language_from_string (
                                  cjk ? (g_str_has_prefix (style->lang, "zh-Hans") ? "zh-cn"
                                                                                   : "zh-tw")
                                      : style->lang));

  pango_font_description_set_family_static (font, choose_family (style->role, style->lang));
  pango_font_description_set_weight (font, choose_weight (style->role, cjk));
  pango_font_description_set_absolute_size (font, style->size * PANGO_SCALE);
  if (!cjk && (style->role == ATLAS_ROLE_AREA || style->role == ATLAS_ROLE_WATER))
    pango_font_description_set_style (font, PANGO_STYLE_ITALIC);

  layout = pango_layout_new (context);
  g_object_unref (context);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_set_text (layout, text, -1);
  if (style->spacing > 0)
    {
      attributes = pango_attr_list_new ();
      pango_attr_list_insert (attributes,
                              pango_attr_letter_spacing_new ((int) (style->spacing * PANGO_SCALE)));
      pango_layout_set_attributes (layout, attributes);
    }
  return layout;
}

void
atlas_lettering_draw (cairo_t *cr,
                      const AtlasLetterStyle *style,
                      const char *text,
                      double x,
                      double y)
{
  g_autoptr (PangoLayout) layout = NULL;

  g_return_if_fail (cr != NULL && style != NULL && text != NULL);

  layout = atlas_lettering_create_layout (style, text);
  cairo_save (cr);
  cairo_move_to (cr, x, y);
  if (style->halo_width > 0)
    {
      pango_cairo_layout_path (cr, layout);
      atlas_color_set_source (style->halo, cr);
      cairo_set_line_width (cr, style->halo_width);
      cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
      cairo_stroke (cr);
      cairo_move_to (cr, x, y);
    }
  atlas_color_set_source (style->color, cr);
  pango_cairo_show_layout (cr, layout);
  cairo_restore (cr);
}

void
atlas_lettering_draw_centred (cairo_t *cr,
                              const AtlasLetterStyle *style,
                              const char *text,
                              double x,
                              double y)
{
  double width, height;

  atlas_lettering_measure (style, text, &width, &height);
  atlas_lettering_draw (cr, style, text, x - width / 2, y - height / 2);
}

void
atlas_lettering_measure (const AtlasLetterStyle *style,
                         const char *text,
                         double *width,
                         double *height)
{
  g_autoptr (PangoLayout) layout = NULL;
  PangoRectangle logical;

  g_return_if_fail (style != NULL && text != NULL);

  layout = atlas_lettering_create_layout (style, text);
  pango_layout_get_extents (layout, NULL, &logical);
  *width = pango_units_to_double (logical.width);
  *height = pango_units_to_double (logical.height);
}
