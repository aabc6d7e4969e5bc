/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-draw"
#include "config.h"

#include <math.h>

#include "atlas-palette.h"

#define RGB(hex) RGBA (hex, 1.0)
#define RGBA(hex, alpha)                                                                           \
  {                                                                                                \
    (((hex) >> 16) & 0xff) / 255.0, (((hex) >> 8) & 0xff) / 255.0, ((hex) &0xff) / 255.0, (alpha)  \
  }

static const AtlasPalette palettes[] = {
  [ATLAS_MAP_STYLE_LIGHT] = {
    .ground = { RGB (0xe3e8d8), RGB (0xefede0), RGB (0xf2ecdf), RGB (0xe6d9c9), RGB (0xfbfaf9) },
    .relief_shadow = RGBA (0x605668, 0.6), .relief_light = RGB (0xffffff),
    .water = RGB (0xbcd5de), .shore = RGB (0x5a8ca5), .river = RGB (0x6497b0),
    .water_text = RGB (0x235670), .relief_text = RGB (0x6b5646),
    .ink = RGB (0x3a3128), .halo = RGBA (0xfdfaf3, 0.92),
    .border = RGB (0x54432f), .casing = RGBA (0xfffaf0, 0.75),
    .paper = RGB (0xfffdf8), .on_marker = RGB (0xffffff), .rim = RGB (0xfffdf8),
    .badge = RGB (0x6e4b00), .on_badge = RGB (0xfdf3d6),
    .plate = RGBA (0xfffdf8, 0.94), .text = RGB (0x2e2e2e), .dim_text = RGB (0x5e5c64),
    .accent = RGB (0x1c71d8), .veil = RGBA (0xfdfaf3, 0.2), .tint = 0.13, .inner_edge = 1.0,
  },
  [ATLAS_MAP_STYLE_DARK] = {
    .ground = { RGB (0x1a2122), RGB (0x222829), RGB (0x272b2b), RGB (0x353433), RGB (0x5d5a58) },
    .relief_shadow = RGB (0x000000), .relief_light = RGB (0xa8a49e),
    .water = RGB (0x16303c), .shore = RGB (0x447a94), .river = RGB (0x3c6a80),
    .water_text = RGB (0x8fc3da), .relief_text = RGB (0xc3ae97),
    .ink = RGB (0xefe7d8), .halo = RGBA (0x121516, 0.88),
    .border = RGB (0xe9dfcc), .casing = RGBA (0x14181a, 0.65),
    .paper = RGB (0x1d2021), .on_marker = RGB (0x1b1b1b), .rim = RGB (0x1b1e1f),
    .badge = RGB (0xffdf8e), .on_badge = RGB (0x3a2f0e),
    .plate = RGBA (0x242526, 0.93), .text = RGB (0xf4f3f1), .dim_text = RGB (0xb4b1ab),
    .accent = RGB (0x1f74dc), .veil = RGBA (0x14181a, 0.78), .tint = 0.15, .inner_edge = 0.7,
  },
  [ATLAS_MAP_STYLE_CONTRAST_LIGHT] = {
    .ground = { RGB (0xf4f4ee), RGB (0xffffff), RGB (0xfbf9f2), RGB (0xefe9dc), RGB (0xffffff) },
    .relief_shadow = RGBA (0x605668, 0.25), .relief_light = RGB (0xffffff),
    .water = RGB (0xcfe6f0), .shore = RGB (0x1f5876), .river = RGB (0x2b6685),
    .water_text = RGB (0x0b3550), .relief_text = RGB (0x402f22),
    .ink = RGB (0x000000), .halo = RGB (0xffffff),
    .border = RGB (0x000000), .casing = RGB (0xffffff),
    .paper = RGB (0xffffff), .on_marker = RGB (0xffffff), .rim = RGB (0xffffff),
    .badge = RGB (0x4a3200), .on_badge = RGB (0xffffff),
    .plate = RGB (0xffffff), .text = RGB (0x000000), .dim_text = RGB (0x303030),
    .accent = RGB (0x0b4a96), .veil = RGBA (0xffffff, 0.4), .tint = 0.2, .inner_edge = 1.0,
  },
  [ATLAS_MAP_STYLE_CONTRAST_DARK] = {
    .ground = { RGB (0x0b0e0f), RGB (0x000000), RGB (0x101314), RGB (0x1b1c1c), RGB (0x2a2a29) },
    .relief_shadow = RGB (0x000000), .relief_light = RGBA (0xa8a49e, 0.4),
    .water = RGB (0x06202d), .shore = RGB (0x86c5e4), .river = RGB (0x7bb9d8),
    .water_text = RGB (0xc2e8fa), .relief_text = RGB (0xeadcc9),
    .ink = RGB (0xffffff), .halo = RGB (0x000000),
    .border = RGB (0xffffff), .casing = RGB (0x000000),
    .paper = RGB (0x000000), .on_marker = RGB (0x000000), .rim = RGB (0x000000),
    .badge = RGB (0xffe9ad), .on_badge = RGB (0x000000),
    .plate = RGB (0x000000), .text = RGB (0xffffff), .dim_text = RGB (0xd8d8d8),
    .accent = RGB (0x1f74dc), .veil = RGBA (0x000000, 0.82), .tint = 0.2, .inner_edge = 0.85,
  },
  [ATLAS_MAP_STYLE_MUTED] = {
    .ground = { RGB (0xe6e7e5), RGB (0xecebe8), RGB (0xeeece9), RGB (0xe3dfda), RGB (0xfafafa) },
    .relief_shadow = RGBA (0x63606a, 0.45), .relief_light = RGB (0xffffff),
    .water = RGB (0xc7d3d8), .shore = RGB (0x61869a), .river = RGB (0x7396a6),
    .water_text = RGB (0x2a5468), .relief_text = RGB (0x5e554e),
    .ink = RGB (0x33302c), .halo = RGBA (0xfafaf8, 0.92),
    .border = RGB (0x4b443c), .casing = RGBA (0xfcfbf8, 0.75),
    .paper = RGB (0xfffefc), .on_marker = RGB (0xffffff), .rim = RGB (0xfffefc),
    .badge = RGB (0x6e4b00), .on_badge = RGB (0xfdf3d6),
    .plate = RGBA (0xfffefc, 0.94), .text = RGB (0x2e2e2e), .dim_text = RGB (0x5e5c64),
    .accent = RGB (0x1c71d8), .veil = RGBA (0xfafaf8, 0.35), .tint = 0.13, .inner_edge = 1.0,
  },
};

/* Hue follows lineage, so that the eye keeps the thread from a state to its successor. For high
 * contrast the light and dark colours were taken as far towards black and white as their own tint
 * asks for. */
static const struct
{
  const char *name;
  AtlasPolityColors light;
  AtlasPolityColors dark;
  AtlasPolityColors contrast_light;
  AtlasPolityColors contrast_dark;
} families[] = {
  { "qing",
    { RGB (0x946400), RGB (0xe0a526), RGB (0x6f4b00) },
    { RGB (0xe3b65a), RGB (0xc9942e), RGB (0xf3d28c) },
    { RGB (0x825800), RGB (0xe0a526), RGB (0x5b3e00) },
    { RGB (0xe3b65a), RGB (0xc9942e), RGB (0xf4d593) } },
  { "russia",
    { RGB (0x3a5ea8), RGB (0x5b83cf), RGB (0x264580) },
    { RGB (0x7fa6ea), RGB (0x5b83cf), RGB (0xb4cdf8) },
    { RGB (0x37589e), RGB (0x5b83cf), RGB (0x213d71) },
    { RGB (0x82a8ea), RGB (0x5b83cf), RGB (0xbcd2f9) } },
  { "yettishar",
    { RGB (0x963a80), RGB (0xbd62a7), RGB (0x70265e) },
    { RGB (0xda8ac6), RGB (0xa84f92), RGB (0xf2bfe6) },
    { RGB (0x90387b), RGB (0xbd62a7), RGB (0x672356) },
    { RGB (0xda8ac6), RGB (0xa84f92), RGB (0xf2bfe6) } },
  { "ili",
    { RGB (0x0d7a72), RGB (0x2ba69b), RGB (0x075650) },
    { RGB (0x53c6b9), RGB (0x2ba69b), RGB (0x98e4db) },
    { RGB (0x0b6660), RGB (0x2ba69b), RGB (0x064742) },
    { RGB (0x53c6b9), RGB (0x2ba69b), RGB (0x98e4db) } },
  { "kokand",
    { RGB (0x6b7720), RGB (0x98a53a), RGB (0x4a5315) },
    { RGB (0xb9c65f), RGB (0x8a9740), RGB (0xdbe59b) },
    { RGB (0x58621a), RGB (0x98a53a), RGB (0x3d4411) },
    { RGB (0xb9c65f), RGB (0x8a9740), RGB (0xdbe59b) } },
  { "bukhara",
    { RGB (0x86603f), RGB (0xb08462), RGB (0x603f26) },
    { RGB (0xd0a680), RGB (0xa67c58), RGB (0xecccb0) },
    { RGB (0x765437), RGB (0xb08462), RGB (0x563922) },
    { RGB (0xd0a680), RGB (0xa67c58), RGB (0xecccb0) } },
  { "dungan",
    { RGB (0xab4f2d), RGB (0xcc7a55), RGB (0x7a3519) },
    { RGB (0xe99d7b), RGB (0xb9694a), RGB (0xffc9b0) },
    { RGB (0x934427), RGB (0xcc7a55), RGB (0x692e15) },
    { RGB (0xe99d7b), RGB (0xb9694a), RGB (0xffc9b0) } },
  { "mongolia",
    { RGB (0x9c4a68), RGB (0xc77b98), RGB (0x6e2f47) },
    { RGB (0xe09ab5), RGB (0xa85c79), RGB (0xf5c6d6) },
    { RGB (0x904460), RGB (0xc77b98), RGB (0x672c43) },
    { RGB (0xe09ab5), RGB (0xa85c79), RGB (0xf5c6d6) } },
  { "kazakh",
    { RGB (0x37792c), RGB (0x69ad58), RGB (0x24561c) },
    { RGB (0x84c973), RGB (0x5d9c4d), RGB (0xbbe8ae) },
    { RGB (0x306a27), RGB (0x69ad58), RGB (0x1f4a18) },
    { RGB (0x84c973), RGB (0x5d9c4d), RGB (0xbbe8ae) } },
  { "khiva",
    { RGB (0xb03a4c), RGB (0xdb6f7d), RGB (0x7f2133) },
    { RGB (0xf08f9c), RGB (0xbf5b69), RGB (0xffc3c9) },
    { RGB (0xa23546), RGB (0xdb6f7d), RGB (0x751e2f) },
    { RGB (0xf08f9c), RGB (0xbf5b69), RGB (0xffc3c9) } },
  { "dzungar",
    { RGB (0x5f4ba8), RGB (0x8a77d0), RGB (0x433381) },
    { RGB (0xa996ee), RGB (0x7b68bf), RGB (0xd3c8fb) },
    { RGB (0x5f4ba8), RGB (0x8a77d0), RGB (0x40317c) },
    { RGB (0xab98ee), RGB (0x7b68bf), RGB (0xd3c8fb) } },
  { "persia",
    { RGB (0x22708f), RGB (0x4c9fc2), RGB (0x124f68) },
    { RGB (0x6fc0e0), RGB (0x4590b0), RGB (0xaee0f3) },
    { RGB (0x1e637e), RGB (0x4c9fc2), RGB (0x0f4459) },
    { RGB (0x6fc0e0), RGB (0x4590b0), RGB (0xaee0f3) } },
  { "afghan",
    { RGB (0x4c6b52), RGB (0x7c9f83), RGB (0x344f3a) },
    { RGB (0x9cc0a3), RGB (0x6c8c73), RGB (0xcbe3cf) },
    { RGB (0x46624b), RGB (0x7c9f83), RGB (0x2e4633) },
    { RGB (0x9cc0a3), RGB (0x6c8c73), RGB (0xcbe3cf) } },
  { "other",
    { RGB (0x6d687c), RGB (0x9e98b0), RGB (0x4e495c) },
    { RGB (0xaea8c0), RGB (0x7d788d), RGB (0xd8d3e4) },
    { RGB (0x605c6d), RGB (0x9e98b0), RGB (0x433f4f) },
    { RGB (0xaea8c0), RGB (0x7d788d), RGB (0xd8d3e4) } },
  { "unknown",
    { RGB (0x857c70), RGB (0xb8b0a4), RGB (0x5d564c) },
    { RGB (0x9d968b), RGB (0x6b665e), RGB (0xcfc8bc) },
    { RGB (0x655e55), RGB (0xb8b0a4), RGB (0x49433b) },
    { RGB (0xa7a097), RGB (0x6b665e), RGB (0xcfc8bc) } },
};

static const AtlasColor groups[][ATLAS_N_EVENT_GROUPS] = {
  [ATLAS_MAP_STYLE_LIGHT] = { RGB (0xa3301b), RGB (0x1b5fab), RGB (0x6a3a9a) },
  [ATLAS_MAP_STYLE_DARK] = { RGB (0xff9a80), RGB (0x86bdff), RGB (0xcbaef7) },
  [ATLAS_MAP_STYLE_MUTED] = { RGB (0xa3301b), RGB (0x1b5fab), RGB (0x6a3a9a) },
  [ATLAS_MAP_STYLE_CONTRAST_LIGHT] = { RGB (0x7d1f0d), RGB (0x0e3f7d), RGB (0x4b2275) },
  [ATLAS_MAP_STYLE_CONTRAST_DARK] = { RGB (0xffb9a6), RGB (0xabd3ff), RGB (0xdfcdfd) },
};

const AtlasPalette *
atlas_palette_get (AtlasMapStyle style)
{
  return &palettes[CLAMP (style, ATLAS_MAP_STYLE_LIGHT, ATLAS_MAP_STYLE_CONTRAST_DARK)];
}

const AtlasPolityColors *
atlas_palette_get_polity (AtlasMapStyle style, const char *family)
{
  gsize found = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (families); i++)
    if (g_str_equal (families[i].name, family != NULL ? family : "other"))
      {
        found = i;
        break;
      }
    else if (g_str_equal (families[i].name, "other"))
      {
        found = i;
      }
  switch (style)
    {
    case ATLAS_MAP_STYLE_DARK:
      return &families[found].dark;
    case ATLAS_MAP_STYLE_CONTRAST_LIGHT:
      return &families[found].contrast_light;
    case ATLAS_MAP_STYLE_CONTRAST_DARK:
      return &families[found].contrast_dark;
    case ATLAS_MAP_STYLE_LIGHT:
    case ATLAS_MAP_STYLE_MUTED:
    default:
      return &families[found].light;
    }
}

const char *const *
atlas_palette_get_families (void)
{
  static const char *const names[] = { "qing",   "russia",  "yettishar", "ili",
                                       "kokand", "bukhara", "dungan",    "mongolia",
                                       "kazakh", "khiva",   "dzungar",   "persia",
                                       "afghan", "other",   "unknown",   NULL };

  return names;
}

AtlasColor
atlas_palette_get_group (AtlasMapStyle style, AtlasEventGroup group)
{
  return groups[style][group];
}

AtlasColor
atlas_color_over (AtlasColor top, AtlasColor ground)
{
  return (AtlasColor){ top.r * top.a + ground.r * (1 - top.a),
                       top.g * top.a + ground.g * (1 - top.a),
                       top.b * top.a + ground.b * (1 - top.a),
                       1.0 };
}

/* Relative luminance, https://www.w3.org/TR/WCAG21/#dfn-relative-luminance */
static double
get_luminance (AtlasColor color)
{
  const double parts[] = { color.r, color.g, color.b };
  const double weights[] = { 0.2126, 0.7152, 0.0722 };
  double sum = 0;

  for (int i = 0; i < 3; i++)
    sum +=
      weights[i] * (parts[i] <= 0.03928 ? parts[i] / 12.92 : pow ((parts[i] + 0.055) / 1.055, 2.4));
  return sum;
}

double
atlas_color_contrast (AtlasColor a, AtlasColor b)
{
  double la = get_luminance (a);
  double lb = get_luminance (b);

  return (MAX (la, lb) + 0.05) / (MIN (la, lb) + 0.05);
}
