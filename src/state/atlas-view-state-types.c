/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "atlas-state"

#include "config.h"

#include "atlas-view-state.h"

G_DEFINE_ENUM_TYPE (AtlasMapStyle,
                    atlas_map_style,
                    G_DEFINE_ENUM_VALUE (ATLAS_MAP_STYLE_LIGHT, "light"),
                    G_DEFINE_ENUM_VALUE (ATLAS_MAP_STYLE_DARK, "dark"),
                    G_DEFINE_ENUM_VALUE (ATLAS_MAP_STYLE_MUTED, "muted"),
                    G_DEFINE_ENUM_VALUE (ATLAS_MAP_STYLE_CONTRAST_LIGHT, "contrast-light"),
                    G_DEFINE_ENUM_VALUE (ATLAS_MAP_STYLE_CONTRAST_DARK, "contrast-dark"))

G_DEFINE_FLAGS_TYPE (AtlasShowFlags,
                     atlas_show_flags,
                     G_DEFINE_ENUM_VALUE (ATLAS_SHOW_TERRITORIES, "territories"),
                     G_DEFINE_ENUM_VALUE (ATLAS_SHOW_BORDERS, "borders"),
                     G_DEFINE_ENUM_VALUE (ATLAS_SHOW_ROUTES, "routes"),
                     G_DEFINE_ENUM_VALUE (ATLAS_SHOW_EVENTS, "events"),
                     G_DEFINE_ENUM_VALUE (ATLAS_SHOW_PLACES, "places"),
                     G_DEFINE_ENUM_VALUE (ATLAS_SHOW_PHYSICAL_NAMES, "physical-names"),
                     G_DEFINE_ENUM_VALUE (ATLAS_SHOW_MODERN_BORDERS, "modern-borders"),
                     G_DEFINE_ENUM_VALUE (ATLAS_SHOW_RELIEF, "relief"))

G_DEFINE_ENUM_TYPE (AtlasWindowLength,
                    atlas_window_length,
                    G_DEFINE_ENUM_VALUE (ATLAS_WINDOW_DAY, "day"),
                    G_DEFINE_ENUM_VALUE (ATLAS_WINDOW_MONTH, "month"),
                    G_DEFINE_ENUM_VALUE (ATLAS_WINDOW_SEASON, "season"),
                    G_DEFINE_ENUM_VALUE (ATLAS_WINDOW_YEAR, "year"),
                    G_DEFINE_ENUM_VALUE (ATLAS_WINDOW_FIVE_YEARS, "five-years"),
                    G_DEFINE_ENUM_VALUE (ATLAS_WINDOW_25_YEARS, "25-years"),
                    G_DEFINE_ENUM_VALUE (ATLAS_WINDOW_ALL_UP_TO_NOW, "all-up-to-now"),
                    G_DEFINE_ENUM_VALUE (ATLAS_WINDOW_FREE, "free"))

G_DEFINE_ENUM_TYPE (AtlasStep,
                    atlas_step,
                    G_DEFINE_ENUM_VALUE (ATLAS_STEP_DAY, "day"),
                    G_DEFINE_ENUM_VALUE (ATLAS_STEP_MONTH, "month"),
                    G_DEFINE_ENUM_VALUE (ATLAS_STEP_YEAR, "year"))

G_DEFINE_ENUM_TYPE (AtlasLoop,
                    atlas_loop,
                    G_DEFINE_ENUM_VALUE (ATLAS_LOOP_NONE, "none"),
                    G_DEFINE_ENUM_VALUE (ATLAS_LOOP_WINDOW, "window"),
                    G_DEFINE_ENUM_VALUE (ATLAS_LOOP_CHAPTER, "chapter"))

G_DEFINE_ENUM_TYPE (AtlasCompareMode,
                    atlas_compare_mode,
                    G_DEFINE_ENUM_VALUE (ATLAS_COMPARE_NONE, "off"),
                    G_DEFINE_ENUM_VALUE (ATLAS_COMPARE_SWIPE, "swipe"),
                    G_DEFINE_ENUM_VALUE (ATLAS_COMPARE_SIDE_BY_SIDE, "side-by-side"))

G_DEFINE_ENUM_TYPE (AtlasSort,
                    atlas_sort,
                    G_DEFINE_ENUM_VALUE (ATLAS_SORT_DATE, "date"),
                    G_DEFINE_ENUM_VALUE (ATLAS_SORT_PLACE, "place"),
                    G_DEFINE_ENUM_VALUE (ATLAS_SORT_CERTAINTY, "certainty"))

G_DEFINE_ENUM_TYPE (AtlasGroup,
                    atlas_group,
                    G_DEFINE_ENUM_VALUE (ATLAS_GROUP_NONE, "none"),
                    G_DEFINE_ENUM_VALUE (ATLAS_GROUP_CAMPAIGN, "campaign"),
                    G_DEFINE_ENUM_VALUE (ATLAS_GROUP_PLACE, "place"))
