# The Debian package: what is installed where, and what it depends on. `./dev package` builds it.
include(GNUInstallDirs)

# Manual pages and completion are made of what the program itself knows.
set(manual ${PROJECT_BINARY_DIR}/manual)
configure_file(packaging/changelog.in ${manual}/changelog.plain @ONLY)
set(made_by_program fundwatch.1 fundwatch.toml.5 bash-completion)
set(manual_files ${manual}/changelog.gz ${manual}/fundwatch-rules.7.gz)
foreach(page ${made_by_program})
  list(APPEND manual_files ${manual}/${page})
  add_custom_command(OUTPUT ${manual}/${page} COMMAND fundwatch manual ${page} > ${manual}/${page}
                     DEPENDS fundwatch VERBATIM)
endforeach()
foreach(page fundwatch.1 fundwatch.toml.5)
  list(APPEND manual_files ${manual}/${page}.gz)
  add_custom_command(OUTPUT ${manual}/${page}.gz COMMAND gzip -9nkf ${manual}/${page}
                     DEPENDS ${manual}/${page} VERBATIM)
endforeach()
add_custom_command(OUTPUT ${manual}/fundwatch-rules.7.gz
                   COMMAND gzip -9nc ${PROJECT_SOURCE_DIR}/docs/fundwatch-rules.7
                           > ${manual}/fundwatch-rules.7.gz
                   DEPENDS docs/fundwatch-rules.7 VERBATIM)
add_custom_command(OUTPUT ${manual}/changelog.gz
                   COMMAND gzip -9nc ${manual}/changelog.plain > ${manual}/changelog.gz
                   DEPENDS ${manual}/changelog.plain VERBATIM)
add_custom_target(manual DEPENDS ${manual_files})

# What is installed is what ./dev package has built, not everything there is.
set(CMAKE_SKIP_INSTALL_ALL_DEPENDENCY ON)
install(TARGETS fundwatch RUNTIME DESTINATION bin)
install(FILES README.md docs/handbok.md docs/operations.md docs/api.md packaging/copyright
              ${manual}/changelog.gz
        DESTINATION share/doc/fundwatch)
install(DIRECTORY docs/examples docs/pictures DESTINATION share/doc/fundwatch)
install(DIRECTORY docs/proxy DESTINATION share/doc/fundwatch/examples OPTIONAL)
install(FILES ${manual}/fundwatch.1.gz DESTINATION share/man/man1)
install(FILES ${manual}/fundwatch.toml.5.gz DESTINATION share/man/man5)
install(FILES ${manual}/fundwatch-rules.7.gz DESTINATION share/man/man7)
install(FILES ${manual}/bash-completion DESTINATION share/bash-completion/completions
        RENAME fundwatch)
install(FILES config/fundwatch.toml DESTINATION /etc/fundwatch)
install(FILES systemd/fundwatch.service systemd/fundwatch@.service
              systemd/fundwatch.socket systemd/fundwatch@.socket
              systemd/fundwatch-backup.service systemd/fundwatch-backup@.service
              systemd/fundwatch-backup.timer systemd/fundwatch-backup@.timer
        DESTINATION /lib/systemd/system)
install(FILES systemd/fundwatch.sysusers DESTINATION lib/sysusers.d RENAME fundwatch.conf)
install(FILES systemd/fundwatch.tmpfiles DESTINATION lib/tmpfiles.d RENAME fundwatch.conf)

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_PACKAGE_CONTACT "The fundwatch project <maintainers@fundwatch.example>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "funding watch and weekly digests for social enterprises")
set(CPACK_DEBIAN_PACKAGE_DESCRIPTION
    "Reads the feeds and pages of funding bodies, authorities and procurement
portals, matches every announcement against keyword profiles, and mails each
subscriber one digest a week.")
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION net)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
# Time zones, certificates and the reader of PDFs are needed at run time; the postinst makes the user
# with either of the first two, or without.
set(CPACK_DEBIAN_PACKAGE_DEPENDS
    "systemd | systemd-standalone-sysusers | passwd, tzdata, ca-certificates, poppler-utils")
# Without the dictionary words match by their stems, and the daemon says so.
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "hunspell-sv, systemd")
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
    OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
set(CPACK_DEBIAN_PACKAGE_CONTROL_EXTRA
    "${PROJECT_SOURCE_DIR}/packaging/conffiles;${PROJECT_SOURCE_DIR}/packaging/postinst;${PROJECT_SOURCE_DIR}/packaging/prerm;${PROJECT_SOURCE_DIR}/packaging/postrm")
include(CPack)
