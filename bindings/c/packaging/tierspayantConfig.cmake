# tierspayant::tierspayant is the shared library, tierspayant::static the static one.
get_filename_component(_tierspayant_prefix "${CMAKE_CURRENT_LIST_DIR}/../../.." ABSOLUTE)

if(NOT TARGET tierspayant::tierspayant)
  add_library(tierspayant::tierspayant SHARED IMPORTED)
  set_target_properties(tierspayant::tierspayant PROPERTIES
    IMPORTED_LOCATION "${_tierspayant_prefix}/lib/libtierspayant.so"
    INTERFACE_INCLUDE_DIRECTORIES "${_tierspayant_prefix}/include")
  add_library(tierspayant::static STATIC IMPORTED)
  set_target_properties(tierspayant::static PROPERTIES
    IMPORTED_LOCATION "${_tierspayant_prefix}/lib/libtierspayant.a"
    INTERFACE_INCLUDE_DIRECTORIES "${_tierspayant_prefix}/include"
    INTERFACE_LINK_LIBRARIES "gcc_s;util;rt;pthread;m;dl;c")
endif()
