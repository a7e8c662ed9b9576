/// Removes secrets from free text before it is stored or shown: the one boundary that paths,
/// references, authors, URLs, messages, snippets and reasons of foreign origin pass through.
public protocol TextMasking: Sendable {
  /// The same text with each secret replaced by its preview and control characters made visible.
  func masked(_ text: String) -> String
}

extension Finding {
  /// The finding with every free text masked. Identities and the fields computed by us stay.
  public func masked(by mask: some TextMasking) -> Finding {
    var copy = self
    copy.title = mask.masked(title)
    copy.description = description.map(mask.masked)
    copy.remediation = remediation.map(mask.masked)
    copy.references = references.map(mask.masked)
    copy.identifiers = identifiers.map(mask.masked)
    copy.suppressionReason = suppressionReason.map(mask.masked)
    copy.package = package.map { package in
      var package = package
      package.name = mask.masked(package.name)
      package.purl = mask.masked(package.purl)
      package.installed = package.installed.map(mask.masked)
      package.fixedIn = package.fixedIn.map(mask.masked)
      return package
    }
    copy.witnesses = witnesses.map { witness in
      var witness = witness
      witness.note = witness.note.map(mask.masked)
      witness.severity = witness.severity.map(mask.masked)
      return witness
    }
    copy.locations = locations.map { $0.masked(by: mask) }
    return copy
  }
}

extension Location {
  func masked(by mask: some TextMasking) -> Location {
    var copy = self
    copy.path = path.map(mask.masked)
    copy.author = author.map(mask.masked)
    copy.object = object.map(mask.masked)
    copy.manifest = manifest.map(mask.masked)
    copy.url = url.map(mask.masked)
    copy.method = method.map(mask.masked)
    copy.parameter = parameter.map(mask.masked)
    copy.image = image.map(mask.masked)
    copy.layer = layer.map(mask.masked)
    return copy
  }
}
